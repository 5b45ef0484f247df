package io.marketplace.ui.request;

import io.marketplace.model.access.RequestView;
import io.marketplace.ui.component.KeyValues;
import io.marketplace.ui.component.TierMark;
import io.marketplace.ui.format.Formats;
import java.time.ZoneId;

/** Everything once more before it is sent. */
final class ReviewStep extends StepBody {

  private static final long serialVersionUID = 1L;

  ReviewStep(RequestView draft, ZoneId zone) {
    add(terms(draft, zone));
  }

  static KeyValues terms(RequestView request, ZoneId zone) {
    return new KeyValues()
        .row("Tier", TierMark.beside(request.terms().tier().code(), request.terms().tier().code()))
        .row("Application", request.applicationName() + ", " + request.teamName())
        .row(
            "Purpose",
            request.terms().purpose().isEmpty() ? "not said yet" : request.terms().purpose())
        .row("Data", DataStep.words(request.terms().sensitivity()))
        .row(
            "Requests a month",
            request.terms().expectedRequestsPerMonth().map(Formats::count).orElse(Formats.UNKNOWN))
        .row("Monthly cap", Formats.money(request.terms().budget()))
        .row(
            "Until",
            request
                .terms()
                .until()
                .map(end -> Formats.date(end.minusSeconds(1), zone))
                .orElse("no end"));
  }

  @Override
  boolean keep() {
    return true;
  }
}
