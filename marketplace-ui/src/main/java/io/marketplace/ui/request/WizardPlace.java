package io.marketplace.ui.request;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import io.marketplace.model.access.RequestView;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.ui.component.Rail;
import io.marketplace.ui.format.Formats;
import java.util.Optional;

/**
 * How far a request has come, and the addresses of its steps.
 *
 * @param draft what is saved; empty until it is known for whom
 * @param tier the tier, once it is chosen
 */
record WizardPlace(Optional<RequestView> draft, Optional<Tier> tier) {

  /** The last step that may be opened. */
  WizardStep furthest() {
    if (draft.isPresent()) {
      return WizardStep.REVIEW;
    }
    return tier.isPresent() ? WizardStep.FOR : WizardStep.WHAT;
  }

  /** The steps on a rail, those that may be opened as links. */
  Nav rail(WizardStep now) {
    Rail rail = Rail.vertical();
    for (WizardStep step : WizardStep.values()) {
      Rail.Stop stop =
          step == now ? Rail.Stop.NOW : step.compareTo(now) < 0 ? Rail.Stop.DONE : Rail.Stop.AHEAD;
      boolean open = step != now && (draft.isPresent() || step.compareTo(now) < 0);
      rail.stop(
          stop,
          open ? new Anchor(address(step), step.title()) : new Span(step.title()),
          said(step));
    }
    Nav nav = new Nav(rail);
    nav.getElement().setAttribute("aria-label", "Steps");
    return nav;
  }

  /** A step's address with its parameters. */
  String address(WizardStep step) {
    String parameters = query().getQueryString();
    return parameters.isEmpty() ? path(step) : path(step) + "?" + parameters;
  }

  /** A step's address without parameters. */
  String path(WizardStep step) {
    return "requests/new/" + step.code() + draft.map(request -> "/" + request.id()).orElse("");
  }

  /** The tier, while no draft holds it. */
  QueryParameters query() {
    return draft.isPresent() || tier.isEmpty()
        ? QueryParameters.empty()
        : QueryParameters.of("tier", tier.get().code());
  }

  private String said(WizardStep step) {
    return switch (step) {
      case WHAT -> tier.map(Tier::code).orElse("");
      case FOR -> draft.map(RequestView::applicationName).orElse("");
      case DATA -> draft.map(request -> request.terms().sensitivity().code()).orElse("");
      case VOLUME ->
          draft
              .map(request -> request.terms().budget())
              .filter(cap -> cap.value() > 0)
              .map(cap -> Formats.headline(cap) + " a month")
              .orElse("");
      case REVIEW -> "";
    };
  }
}
