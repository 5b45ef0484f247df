package io.marketplace.ui.approvals;

import io.marketplace.model.access.DecisionKind;
import io.marketplace.model.access.DecisionView;
import io.marketplace.model.access.RequestState;
import io.marketplace.model.access.RequestView;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Rail;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.Reader;

/** The rail from the wish to the grant: who asked, who approved, who is next. */
final class FourEyes {

  private FourEyes() {}

  static LedgerSection of(RequestView request, Reader reader) {
    Rail rail =
        Rail.horizontal()
            .stop(
                Rail.Stop.DONE,
                request.requestedByName() + " asks",
                Formats.moment(request.createdAt(), reader.zone()));
    for (DecisionView decision : request.decisions()) {
      if (decision.kind() == DecisionKind.APPROVE) {
        rail.stop(
            Rail.Stop.DONE,
            decision.personName(),
            "approved " + Formats.moment(decision.at(), reader.zone()));
      }
    }
    end(rail, request, reader);
    String rule =
        request.approvalsNeeded() == 2
            ? "two people, neither of them who asked"
            : "one person, not who asked";
    return new LedgerSection("Four eyes").aside(rule).with(rail);
  }

  private static void end(Rail rail, RequestView request, Reader reader) {
    String moved = Formats.moment(request.updatedAt(), reader.zone());
    switch (request.state()) {
      case DENIED -> rail.stop(Rail.Stop.FAILED, "Denied", moved);
      case WITHDRAWN -> rail.stop(Rail.Stop.SKIPPED, "Withdrawn", moved);
      case GRANTED ->
          rail.stop(
              Rail.Stop.DONE,
              "Granted",
              "until " + RequestDetail.until(request.terms(), reader.zone()));
      case DRAFT -> rail.stop(Rail.Stop.NOW, "Draft", "not sent yet");
      case ASKED_BACK -> {
        rail.stop(Rail.Stop.NOW, request.requestedByName() + " answers", "asked back " + moved);
        ahead(rail, request, reader, false);
      }
      case PENDING, HALF_APPROVED -> ahead(rail, request, reader, true);
    }
  }

  private static void ahead(Rail rail, RequestView request, Reader reader, boolean now) {
    long missing = request.approvalsNeeded() - RequestWords.approvals(request);
    for (long i = 0; i < missing; i++) {
      boolean first = now && i == 0;
      boolean yours = first && request.mayApprove(reader.actor());
      rail.stop(
          first ? Rail.Stop.NOW : Rail.Stop.AHEAD,
          yours ? "You" : second(request, i) ? "A second approver" : "An approver",
          yours ? "can decide: not who asked" : "not who asked");
    }
    rail.stop(
        Rail.Stop.AHEAD,
        "Grant starts",
        "at once, until " + RequestDetail.until(request.terms(), reader.zone()));
  }

  private static boolean second(RequestView request, long index) {
    return request.state() == RequestState.HALF_APPROVED || index > 0;
  }
}
