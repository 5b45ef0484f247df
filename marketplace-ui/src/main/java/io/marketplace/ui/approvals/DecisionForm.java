package io.marketplace.ui.approvals;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.access.RequestOutcome;
import io.marketplace.model.access.RequestState;
import io.marketplace.model.access.RequestView;
import io.marketplace.model.access.TermChanges;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.format.Typed;
import io.marketplace.ui.shell.Reader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the approver decides: terms that may differ from those asked for, the reason, and three
 * verbs. Cost and policy follow the terms as they are changed.
 */
final class DecisionForm extends Div {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST_REASON = 2_000;

  private final transient RequestView request;
  private final transient Reader reader;
  private final transient Approver approver;
  private final Effects effects;
  private final transient Consumer<RequestId> decided;
  private final TextField cap = new TextField("Monthly cap, $");
  private final Select<Sensitivity> sensitivity = new Select<>();
  private final DatePicker until = new DatePicker("Last day");
  private final TextArea reason = new TextArea("Reason, kept in the audit log");
  private final Button approve = new Button("Approve");
  private final Paragraph effect = new Paragraph();
  private final transient FieldErrors errors =
      new FieldErrors()
          .map("budgetUsd", cap)
          .map("sensitivity", sensitivity)
          .map("until", until)
          .map("reason", reason);

  DecisionForm(
      RequestView request,
      Reader reader,
      Approver approver,
      Effects effects,
      Consumer<RequestId> decided) {
    this.request = request;
    this.reader = reader;
    this.approver = approver;
    this.effects = effects;
    this.decided = decided;
    addClassName("dec");
    effect.addClassName("note");
    fill();
    Div terms = new Div(cap, sensitivity, until);
    terms.addClassName("terms");
    boolean approvable = request.mayApprove(reader.actor());
    if (approvable) {
      add(terms);
    }
    add(reason, effect, verbs(approvable));
    changed();
  }

  String reason() {
    return reason.getValue();
  }

  void keepReason(String typed) {
    reason.setValue(typed);
  }

  private void fill() {
    cap.setValue(request.terms().budget().toDollars());
    cap.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    cap.addValueChangeListener(event -> changed());
    sensitivity.setLabel("Most sensitive data");
    sensitivity.setItems(Sensitivity.values());
    sensitivity.setItemLabelGenerator(level -> RequestWords.capital(level.code()));
    sensitivity.setValue(request.terms().sensitivity());
    sensitivity.addValueChangeListener(event -> changed());
    ZoneId zone = reader.zone();
    until.setI18n(new DatePicker.DatePickerI18n().setDateFormat("d MMM yyyy"));
    request
        .terms()
        .until()
        .map(end -> LocalDate.ofInstant(end.minusSeconds(1), zone))
        .ifPresent(until::setValue);
    until.setMin(LocalDate.now(zone));
    until.setMax(LocalDate.now(zone).plusYears(5));
    until.addValueChangeListener(event -> changed());
    reason.setMaxLength(LONGEST_REASON);
    reason.setWidthFull();
    reason.setHelperText("Needed to deny; the question, to ask back.");
  }

  private Div verbs(boolean approvable) {
    Button deny = new Button("Deny");
    deny.addThemeName("error");
    on(deny, () -> approver.deny(reader.actor(), request.id(), reason.getValue()));
    Div verbs = new Div(deny);
    verbs.addClassName("acts");
    if (request.state() == RequestState.PENDING) {
      Button ask = new Button("Ask back");
      on(ask, () -> approver.askBack(reader.actor(), request.id(), reason.getValue()));
      verbs.add(ask);
    }
    if (approvable) {
      approve.addThemeName("primary");
      on(
          approve,
          () -> approver.approve(reader.actor(), request.id(), reason.getValue(), changes()));
      verbs.add(approve);
    }
    return verbs;
  }

  private void on(Button button, Supplier<RequestOutcome> step) {
    // The server takes the click once: the button is disabled until the answer is there.
    button.setDisableOnClick(true);
    button.addClickListener(
        event -> {
          boolean done = errors.run(() -> say(step.get()));
          button.setEnabled(true);
          if (done) {
            decided.accept(request.id());
          }
        });
  }

  private void say(RequestOutcome outcome) {
    String number = RequestWords.number(request);
    Outcome.done(
        switch (outcome.state()) {
          case GRANTED -> number + " approved. The grant is in force.";
          case HALF_APPROVED -> number + " approved. A second approver must agree.";
          case DENIED -> number + " denied";
          case ASKED_BACK -> number + " asked back";
          default -> number + " is " + outcome.state().code();
        });
  }

  /** What differs from the terms that were asked for. */
  private TermChanges changes() {
    NanoUsd budget = Typed.dollars("budgetUsd", cap.getValue());
    return ApproverChanges.between(
        request.terms(),
        budget,
        Optional.ofNullable(sensitivity.getValue()),
        Optional.ofNullable(until.getValue()),
        reader.zone());
  }

  private void changed() {
    if (!request.mayApprove(reader.actor())) {
      effect.setText(
          RequestWords.approvalObstacle(request, reader.actor()).orElse("")
              + " You can still deny it.");
      return;
    }
    errors.run(
        () -> {
          TermChanges changes = changes();
          var advice = approver.advise(reader.actor(), request.id(), changes);
          boolean second = request.state() == RequestState.HALF_APPROVED;
          boolean grants = second || advice.approvalsNeeded() == 1;
          approve.setText(changes.facts().isEmpty() ? "Approve" : "Approve with changes");
          effects.show(ApproverChanges.apply(request.terms(), changes), advice);
          effect.setText(
              (second ? "You can only narrow what the first approver agreed to. " : "")
                  + (grants
                      ? "Approving starts the grant at once, until "
                          + Optional.ofNullable(until.getValue())
                              .map(Formats::date)
                              .orElse("it is revoked")
                          + ". "
                      : "Approving leaves it half-approved: these terms need a second person. ")
                  + request.requestedByName()
                  + " sees it under Requests at once.");
        });
  }
}
