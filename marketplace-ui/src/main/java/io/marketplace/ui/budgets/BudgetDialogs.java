package io.marketplace.ui.budgets;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.quota.BudgetTerms;
import io.marketplace.model.quota.BudgetView;
import io.marketplace.model.quota.BudgetWish;
import io.marketplace.model.quota.LabelSpend;
import io.marketplace.ui.component.Confirm;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.format.Typed;
import io.marketplace.ui.shell.Reader;
import java.time.LocalDate;
import java.util.Optional;

/** What is asked before a budget is set, changed, raised for a while or removed. */
final class BudgetDialogs {

  private static final int LONGEST_REASON = 500;
  private static final int VALUES = 10;

  private final Reader reader;
  private final BudgetDoor door;
  private final BudgetTargets targets;
  private final Runnable done;

  /** {@code done} runs after each change. */
  BudgetDialogs(Reader reader, BudgetDoor door, BudgetTargets targets, Runnable done) {
    this.reader = reader;
    this.door = door;
    this.targets = targets;
    this.done = done;
  }

  void set() {
    BudgetScopeFields scope = new BudgetScopeFields(targets);
    BudgetFields terms = new BudgetFields();
    FieldErrors errors = new FieldErrors();
    scope.map(errors);
    terms.map(errors);
    new FormDialog(
            "Set a budget",
            "It counts what its period has spent already and holds on every gateway within a second: a call that could pass the cap is refused with 429 budget_exceeded before it costs anything.",
            errors)
        .with(scope, terms)
        .open(
            "Set budget",
            false,
            () -> {
              door.set(
                  reader.actor(), new BudgetWish(scope.scope(), scope.tenant(), terms.terms()));
              finish("Budget set");
            });
  }

  void change(BudgetView view) {
    BudgetFields terms = new BudgetFields(view);
    FieldErrors errors = new FieldErrors();
    terms.map(errors);
    new FormDialog(
            "Change the budget of " + BudgetWords.name(view),
            Formats.money(view.spent())
                + " is spent "
                + BudgetWords.period(view)
                + ". A lower cap holds for every call that is not under way yet.",
            errors)
        .with(terms)
        .open(
            "Change budget",
            false,
            () -> {
              BudgetTerms changed = terms.terms();
              door.set(
                  reader.actor(),
                  new BudgetWish(
                      view.budget().scope(), Optional.of(view.budget().tenant()), changed));
              finish("Budget changed");
            });
  }

  void raise(BudgetView view) {
    TextField cap = new TextField("Cap until then, $");
    cap.setHelperText("Now " + Formats.money(view.budget().terms().cap()) + ".");
    cap.setRequiredIndicatorVisible(true);
    DatePicker until = new DatePicker("Last day");
    until.setI18n(new DatePicker.DatePickerI18n().setDateFormat("d MMM yyyy"));
    until.setMin(LocalDate.now(reader.zone()));
    until.setRequiredIndicatorVisible(true);
    TextArea reason = new TextArea("Reason, kept in the audit log");
    reason.setMaxLength(LONGEST_REASON);
    reason.setWidthFull();
    reason.setRequiredIndicatorVisible(true);
    new FormDialog(
            "Raise the budget of " + BudgetWords.name(view) + " for a while",
            "An approver other than you decides. Once approved it holds within a second, and ends by itself.",
            new FieldErrors().map("capUsd", cap).map("until", until).map("reason", reason))
        .with(cap, until, reason)
        .open(
            "Ask for the raise",
            false,
            () -> {
              LocalDate day =
                  Optional.ofNullable(until.getValue())
                      .orElseThrow(() -> Input.invalid("until", "until must be a day."));
              door.askRaise(
                  reader.actor(),
                  view.budget().id(),
                  Typed.dollars("capUsd", cap.getValue()),
                  day.plusDays(1).atStartOfDay(reader.zone()).toInstant(),
                  reason.getValue());
              finish("Raise asked for");
            });
  }

  void remove(BudgetView view) {
    Confirm.ask(
        "Remove the budget of " + BudgetWords.name(view) + "?",
        "Its calls are then limited by their other budgets alone. What was spent stays in the ledger.",
        "Remove budget",
        () -> {
          door.remove(reader.actor(), view.budget().id());
          finish("Budget removed");
        });
  }

  void values(BudgetView view) {
    Dialog dialog = new Dialog();
    dialog.setHeaderTitle("Who spent of the budget of " + BudgetWords.name(view));
    dialog.addClassName("wide");
    Div rows = new Div();
    Paged<LabelSpend> pages =
        new Paged<>(
            VALUES,
            page -> door.labels(reader.actor(), view.budget().id(), page),
            found -> {
              DataTable<LabelSpend> table =
                  new DataTable<LabelSpend>("Values, dearest first")
                      .words("Value", LabelSpend::value)
                      .figures("Spent, $", value -> Formats.amount(value.spent()))
                      .figures("Held, $", value -> Formats.amount(value.reserved()))
                      .figures(
                          "Used",
                          value ->
                              Formats.share(BudgetWords.share(value.spent(), view.capInForce())));
              table.show(found);
              rows.removeAll();
              rows.add(table);
              if (found.isEmpty()) {
                rows.setText("Nobody has spent of it in this period.");
              }
            });
    dialog.add(rows, pages);
    dialog.getFooter().add(new Button("Close", event -> dialog.close()));
    pages.first();
    dialog.open();
  }

  private void finish(String words) {
    Outcome.done(words);
    done.run();
  }
}
