package io.marketplace.ui.approvals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.marketplace.model.access.AccessAdvice;
import io.marketplace.model.access.AccessForecast;
import io.marketplace.model.access.PolicyEffect;
import io.marketplace.model.access.RequestTerms;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Meter;
import io.marketplace.ui.component.Small;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import java.util.List;

/**
 * What would follow from a grant: its cost and where the data may go. Told anew when it changes.
 */
final class Effects extends Div {

  private static final long serialVersionUID = 1L;

  /** The forecast is for as many requests as were named; half and double show what it hangs on. */
  private record Case(String name, long requests, NanoUsd cost, boolean within) {

    static Case of(String name, long requests, AccessForecast forecast, NanoUsd cap) {
      AccessForecast at = AccessForecast.of(requests, forecast.cost(), cap);
      return new Case(name, requests, at.perMonth(), at.withinBudget());
    }
  }

  Effects() {
    addClassName("eff");
    getElement().setAttribute("aria-live", "polite");
  }

  /** Shows {@code advice} for {@code terms}, the changes that are being typed among them. */
  void show(RequestTerms terms, AccessAdvice advice) {
    removeAll();
    add(cost(terms, advice), policy(advice.policy()));
  }

  private static LedgerSection cost(RequestTerms terms, AccessAdvice advice) {
    LedgerSection section = new LedgerSection("Cost, if granted").aside("$ a month");
    if (advice.forecast().isEmpty()) {
      return section.with(
          note(
              terms.expectedRequestsPerMonth().isEmpty()
                  ? "Nobody said how many requests to expect, so there is no forecast. The cap is "
                      + Formats.money(terms.budget())
                      + "."
                  : "Nothing serves this tier yet, so it has no price. The cap is "
                      + Formats.money(terms.budget())
                      + "."));
    }
    AccessForecast forecast = advice.forecast().get();
    long expected = forecast.requestsPerMonth();
    NanoUsd cap = terms.budget();
    DataTable<Case> table =
        new DataTable<Case>("Cost a month for half, all and double the expected requests")
            .words("Case", Case::name)
            .figures("Requests a month", row -> Formats.count(row.requests()))
            .figures("$ a month", row -> Formats.amount(row.cost()))
            .figures("Of the cap", row -> share(row.cost(), cap));
    table.mark(row -> row.requests() == expected && row.name().equals("Expected"));
    table.show(
        List.of(
            Case.of("Half", expected / 2, forecast, cap),
            Case.of("Expected", expected, forecast, cap),
            Case.of("Double", Math.min(expected, Long.MAX_VALUE / 2) * 2, forecast, cap)));
    String words =
        share(forecast.perMonth(), cap) + " of the cap of " + Formats.money(cap) + " expected.";
    Component verdict =
        forecast.withinBudget()
            ? State.good("Expected case stays within the cap")
            : State.warning("Expected case passes the cap");
    return section.with(
        table,
        new Meter(0, part(forecast.perMonth(), cap), 0, words),
        note(words + " " + basis(forecast)),
        new Div(verdict));
  }

  private static String basis(AccessForecast forecast) {
    return "A request is "
        + Formats.count(forecast.cost().promptTokens())
        + " tokens in and "
        + Formats.count(forecast.cost().completionTokens())
        + " out, "
        + (forecast.cost().measured()
            ? "the mean of the tenant's last 30 days."
            : "an assumption: nothing was measured yet.");
  }

  private static double part(NanoUsd cost, NanoUsd cap) {
    return cap.value() == 0 ? (cost.value() == 0 ? 0 : 1) : (double) cost.value() / cap.value();
  }

  private static String share(NanoUsd cost, NanoUsd cap) {
    return cap.value() == 0 && cost.value() > 0
        ? Formats.IMPOSSIBLE
        : Formats.share(part(cost, cap));
  }

  private static LedgerSection policy(PolicyEffect effect) {
    UnorderedList list = new UnorderedList();
    list.addClassName("li");
    String where =
        effect.jurisdictions().isEmpty() ? "nowhere" : String.join(", ", effect.jurisdictions());
    list.add(line("May go to", new Span(where)));
    effect
        .providers()
        .forEach(
            provider ->
                list.add(
                    line(
                        provider.name() + ", " + provider.jurisdiction(),
                        two(
                            provider.lawful() ? State.good("Allowed") : State.trouble("Blocked"),
                            new Small(provider.why())))));
    if (effect.providers().isEmpty()) {
      list.add(line("Providers that serve the tier", State.nothing("None yet")));
    }
    LedgerSection section =
        new LedgerSection("What the policy says")
            .aside(RequestWords.capital(effect.sensitivity().code()) + " data")
            .with(list);
    if (!effect.providers().isEmpty() && !effect.servable()) {
      section.with(new Div(State.warning("No provider may answer calls with such data")));
    }
    return section;
  }

  private static Span two(Component above, Component below) {
    Span two = new Span(above, below);
    two.addClassName("two");
    return two;
  }

  private static ListItem line(String name, Component value) {
    return new ListItem(new Span(name), value);
  }

  private static Paragraph note(String words) {
    Paragraph note = new Paragraph(words);
    note.addClassName("note");
    return note;
  }
}
