package io.marketplace.ui.request;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.marketplace.model.access.AccessAdvice;
import io.marketplace.model.access.AccessForecast;
import io.marketplace.model.access.PolicyEffect;
import io.marketplace.ui.component.KeyValues;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Rail;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;

/**
 * What a request would cost, where its data may go, and who decides; repeated aloud when it
 * changes.
 */
final class AdviceAside extends Div {

  private static final long serialVersionUID = 1L;

  AdviceAside() {
    addClassName("stack");
    getElement().setAttribute("aria-live", "polite");
  }

  void show(AccessAdvice advice) {
    removeAll();
    add(forecast(advice), policy(advice.policy()), deciders(advice.approvalsNeeded()));
  }

  private static LedgerSection forecast(AccessAdvice advice) {
    LedgerSection section = new LedgerSection("Forecast").aside("$ a month");
    if (advice.forecast().isEmpty()) {
      Paragraph none =
          new Paragraph(
              "Say how many requests you expect. A tier that nothing serves yet has no price.");
      none.addClassName("note");
      return section.with(none);
    }
    AccessForecast forecast = advice.forecast().get();
    Paragraph lead = new Paragraph(Formats.headline(forecast.perMonth()));
    lead.addClassName("lead");
    section.with(
        lead,
        new KeyValues()
            .row(
                "Price",
                Formats.price(forecast.cost().promptPerMillion())
                    + " / "
                    + Formats.price(forecast.cost().completionPerMillion())
                    + " $ per 1M, the dearest route")
            .row(
                "A request",
                Formats.count(forecast.cost().promptTokens())
                    + " tokens in, "
                    + Formats.count(forecast.cost().completionTokens())
                    + " out")
            .row(
                "Source",
                forecast.cost().measured()
                    ? "your last 30 days"
                    : "assumed, nothing measured yet"));
    if (!forecast.withinBudget()) {
      section.with(
          Notice.warning("Passes the cap", "You can still send it. The approver sees this line."));
    }
    return section;
  }

  private static LedgerSection policy(PolicyEffect effect) {
    UnorderedList list = new UnorderedList();
    list.addClassName("li");
    String where =
        effect.jurisdictions().isEmpty() ? "nowhere" : String.join(", ", effect.jurisdictions());
    list.add(new ListItem(new Span("This data may go to"), new Span(where)));
    effect
        .providers()
        .forEach(
            provider ->
                list.add(
                    new ListItem(
                        new Span(provider.name() + ", " + provider.jurisdiction()),
                        provider.lawful() ? State.good("Allowed") : State.trouble("Blocked"))));
    LedgerSection section = new LedgerSection("What will apply").with(list);
    if (!effect.servable()) {
      section.with(
          Notice.warning(
              "Nothing may answer yet",
              "No provider that serves this tier is allowed this data. A lower sensitivity or another tier would be served."));
    }
    return section;
  }

  private static LedgerSection deciders(int approvals) {
    Rail rail = Rail.vertical().stop(Rail.Stop.AHEAD, "An approver of your tenant", "not you");
    if (approvals > 1) {
      rail.stop(Rail.Stop.AHEAD, "A second approver", "because of the budget or the sensitivity");
    }
    return new LedgerSection("Who decides").with(rail);
  }
}
