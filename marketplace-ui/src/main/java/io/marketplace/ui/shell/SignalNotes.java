package io.marketplace.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.quota.BudgetQueries;
import io.marketplace.model.quota.BudgetSignal;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Tells on whichever page is open that a budget crossed its soft mark or is used up. What was
 * signalled before the page was opened stands on the page of budgets.
 */
final class SignalNotes {

  private static final int MOST = 5;

  private final BudgetQueries budgets;
  private final Reader reader;
  private Instant told = Clock.systemUTC().instant();

  SignalNotes(BudgetQueries budgets, Reader reader) {
    this.budgets = budgets;
    this.reader = reader;
  }

  /** Shows the signals that are newer than those shown before. */
  void tell() {
    List<BudgetSignal> fresh =
        budgets.signals(reader.actor(), PageRequest.first(MOST)).items().stream()
            .filter(signal -> signal.at().isAfter(told))
            .toList();
    for (BudgetSignal signal : fresh.reversed()) {
      told = signal.at();
      show(signal);
    }
  }

  private void show(BudgetSignal signal) {
    boolean used = signal.kind().equals("exhausted");
    Notification note = new Notification();
    note.setPosition(Notification.Position.BOTTOM_END);
    note.setDuration(0);
    Button close = new Button("Close", event -> note.close());
    close.addThemeName("small");
    Anchor see = new Anchor("budgets", "See the budgets");
    Div line =
        new Div(
            used ? State.trouble("Budget used up") : State.warning("Budget near its cap"),
            new Span(
                name(signal)
                    + ": "
                    + Formats.money(signal.spent())
                    + " of "
                    + Formats.money(signal.cap())
                    + "."),
            see,
            close);
    line.addClassName("outcome");
    line.getElement().setAttribute("role", "alert");
    note.add(line);
    note.open();
  }

  private String name(BudgetSignal signal) {
    if (!signal.label().isEmpty()) {
      return signal.label();
    }
    if (signal.scope().isEmpty()) {
      return "The monthly cap of a grant";
    }
    try {
      return budgets
          .budget(reader.actor(), signal.budget())
          .name()
          .orElse(signal.scope().get().id());
    } catch (MarketplaceException gone) {
      return "A budget";
    }
  }
}
