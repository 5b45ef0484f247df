package io.marketplace.ui.budgets;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.quota.BudgetRaise;
import io.marketplace.model.quota.BudgetView;
import io.marketplace.model.quota.RaiseState;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.Reader;
import java.util.List;
import java.util.Optional;

/** The raises that wait for a decision or are in force. */
final class BudgetRaises {

  private BudgetRaises() {}

  /** The section, where there is a raise; {@code done} runs after a decision. */
  static Optional<LedgerSection> of(
      List<BudgetView> budgets, Reader reader, boolean decides, BudgetDoor door, Runnable done) {
    UnorderedList list = new UnorderedList();
    list.addClassName("li");
    for (BudgetView view : budgets) {
      for (BudgetRaise raise : view.raises()) {
        if (raise.state() != RaiseState.DENIED) {
          list.add(line(view, raise, reader, decides, door, done));
        }
      }
    }
    return list.getChildren().findAny().isEmpty()
        ? Optional.empty()
        : Optional.of(new LedgerSection("Raises for a while").with(list));
  }

  private static ListItem line(
      BudgetView view,
      BudgetRaise raise,
      Reader reader,
      boolean decides,
      BudgetDoor door,
      Runnable done) {
    Span note =
        new Span(
            raise.requestedByName()
                + ", until "
                + Formats.moment(raise.until(), reader.zone())
                + ": "
                + raise.reason());
    note.addClassNames("note", "said");
    Span words =
        new Span(
            new Bold(
                BudgetWords.name(view)
                    + " from "
                    + Formats.money(view.budget().terms().cap())
                    + " to "
                    + Formats.money(raise.cap())
                    + " "
                    + BudgetWords.period(view)),
            note);
    words.addClassName("two");
    return new ListItem(words, stands(raise, reader, decides, door, done));
  }

  private static Component stands(
      BudgetRaise raise, Reader reader, boolean decides, BudgetDoor door, Runnable done) {
    if (raise.state() == RaiseState.APPROVED) {
      return State.good("In force, by " + raise.decidedByName().orElse(Formats.UNKNOWN));
    }
    // nobody decides what they asked for themselves
    if (!decides || raise.requestedBy().equals(reader.actor().person())) {
      return State.waiting("Waits for an approver");
    }
    Div both =
        new Div(
            button("Deny", raise, reader, false, door, done),
            button("Approve", raise, reader, true, door, done));
    both.addClassNames("acts", "row");
    return both;
  }

  private static Button button(
      String verb,
      BudgetRaise raise,
      Reader reader,
      boolean approve,
      BudgetDoor door,
      Runnable done) {
    Button button = new Button(verb);
    button.addThemeName(approve ? "primary small" : "small");
    button.setAriaLabel(verb + " the raise asked for by " + raise.requestedByName());
    button.setDisableOnClick(true);
    button.addClickListener(
        event -> {
          try {
            door.decide(reader.actor(), raise, approve);
            Outcome.done(approve ? "Raise approved" : "Raise denied");
          } catch (MarketplaceException e) {
            Outcome.refused(e.sentence());
          }
          done.run();
        });
    return button;
  }
}
