package io.marketplace.ui.budgets;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.marketplace.model.quota.BudgetView;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.Meter;
import io.marketplace.ui.component.Small;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.Reader;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The tree of budgets with their bars. */
final class BudgetTable {

  private final Reader reader;
  private final BudgetDialogs dialogs;
  private final boolean sets;
  private final boolean asks;

  /** {@code sets}: the reader may change budgets; {@code asks}: may ask for more. */
  BudgetTable(Reader reader, BudgetDialogs dialogs, boolean sets, boolean asks) {
    this.reader = reader;
    this.dialogs = dialogs;
    this.sets = sets;
    this.asks = asks;
  }

  Component of(List<BudgetTree.Line> lines) {
    Instant now = Clock.systemUTC().instant();
    DataTable<BudgetTree.Line> table =
        new DataTable<BudgetTree.Line>("Budgets from the tenant down to the key")
            .parts("Whose spend", BudgetTable::name)
            .words("Period", line -> said(line, BudgetWords::period))
            .parts("Used", line -> bar(line, now))
            .figures("Spent, $", line -> said(line, view -> Formats.amount(view.spent())))
            .figures("Held, $", line -> said(line, view -> Formats.amount(view.reserved())))
            .figures("Cap, $", line -> said(line, BudgetTable::cap))
            .words("Cap is hit", line -> said(line, view -> BudgetWords.hit(view, reader.zone())))
            .parts("State", BudgetTable::state)
            .parts("", this::actions);
    table.addClassName("budgets");
    table.show(lines);
    return table;
  }

  private static String said(BudgetTree.Line line, Function<BudgetView, String> words) {
    return line.budget().map(words).orElse("");
  }

  private static Component name(BudgetTree.Line line) {
    Span name = new Span();
    name.addClassName("two");
    name.getStyle().set("padding-left", 18 * line.place().depth() + "px");
    if (line.first()) {
      name.add(new Bold(line.place().last().name()), new Small(line.place().last().kind()));
    } else {
      Span same = new Span(line.place().last().name());
      same.addClassName("sr");
      name.add(same);
    }
    return name;
  }

  private static String cap(BudgetView view) {
    return view.capInForce().equals(view.budget().terms().cap())
        ? Formats.amount(view.capInForce())
        : Formats.amount(view.capInForce()) + ", raised";
  }

  private static Component bar(BudgetTree.Line line, Instant now) {
    if (line.budget().isEmpty()) {
      return new Text("");
    }
    BudgetView view = line.budget().get();
    double share = BudgetWords.share(view);
    double forecast = BudgetWords.forecast(view, now);
    int soft = view.budget().terms().softPercent();
    Meter meter =
        new Meter(
            share,
            forecast,
            soft / 100.0,
            Formats.share(share)
                + " spent"
                + (forecast > share ? ", forecast " + Formats.share(forecast) : "")
                + ", soft mark "
                + soft
                + "%");
    meter.addClassName(
        switch (view.state()) {
          case EXHAUSTED -> "runaway";
          case SOFT -> "rising";
          case OK -> "usual";
        });
    Div cell = new Div(meter, new Span(Formats.share(share)));
    cell.addClassName("ratio");
    return cell;
  }

  private static Component state(BudgetTree.Line line) {
    return line.budget().<Component>map(BudgetWords::state).orElseGet(() -> new Text(""));
  }

  private Component actions(BudgetTree.Line line) {
    Div actions = new Div();
    actions.addClassNames("acts", "row");
    line.budget()
        .ifPresent(
            view -> {
              String of = " the budget of " + BudgetWords.name(view);
              if (view.budget().scope().each()) {
                actions.add(button("Values", "Values of", of, () -> dialogs.values(view)));
              }
              if (sets) {
                actions.add(button("Change", "Change", of, () -> dialogs.change(view)));
              }
              if (asks) {
                actions.add(button("Raise", "Raise for a while", of, () -> dialogs.raise(view)));
              }
              if (sets) {
                actions.add(button("Remove", "Remove", of, () -> dialogs.remove(view)));
              }
            });
    return actions;
  }

  private static Button button(String word, String verb, String of, Runnable action) {
    Button button = new Button(word, event -> action.run());
    button.addThemeName("small");
    button.setAriaLabel(verb + of);
    return button;
  }
}
