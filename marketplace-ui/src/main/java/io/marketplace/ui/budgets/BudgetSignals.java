package io.marketplace.ui.budgets;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.marketplace.model.quota.BudgetSignal;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.component.Small;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.Reader;
import java.util.List;
import java.util.function.Supplier;

/** What was signalled: soft marks crossed and caps used up, newest first. */
final class BudgetSignals extends Div {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 10;

  private final transient Reader reader;
  private final transient Supplier<BudgetPlaces> places;
  private final Div rows = new Div();
  private final Paged<BudgetSignal> pages;

  /** Names what they are of by {@code places}, which is asked for anew each time. */
  BudgetSignals(BudgetDoor door, Reader reader, Supplier<BudgetPlaces> places) {
    this.reader = reader;
    this.places = places;
    pages = new Paged<>(PAGE, page -> door.signals(reader.viewer(), page), this::show);
    add(new LedgerSection("Signals").aside("once a period, newest first").with(rows, pages));
  }

  void first() {
    pages.first();
  }

  void reload() {
    pages.reload();
  }

  private void show(List<BudgetSignal> found) {
    rows.removeAll();
    if (found.isEmpty()) {
      rows.add(
          Notice.empty(
              "Nothing was signalled",
              "When a budget crosses its soft mark or is used up, it stands here, pops up in open pages, and goes to the tenant's webhook."));
      return;
    }
    BudgetPlaces named = places.get();
    DataTable<BudgetSignal> table =
        new DataTable<BudgetSignal>("Signals of budgets")
            .parts("Whose", signal -> whose(named, signal))
            .parts("What", BudgetSignals::what)
            .figures("Spent then, $", signal -> Formats.amount(signal.spent()))
            .figures("Cap then, $", signal -> Formats.amount(signal.cap()))
            .words("When", signal -> Formats.moment(signal.at(), reader.zone()));
    table.show(found);
    rows.add(table);
  }

  static Component whose(BudgetPlaces places, BudgetSignal signal) {
    Span two = new Span();
    two.addClassName("two");
    if (signal.scope().isEmpty()) {
      two.setText("A grant's month");
      return two;
    }
    BudgetPlace.Step step = places.of(signal.tenant(), signal.scope().get()).last();
    two.add(
        new Span(signal.label().isEmpty() ? step.name() : signal.label()), new Small(step.kind()));
    return two;
  }

  static Component what(BudgetSignal signal) {
    return signal.kind().equals("exhausted")
        ? State.trouble("Used up")
        : State.warning("Soft mark crossed");
  }
}
