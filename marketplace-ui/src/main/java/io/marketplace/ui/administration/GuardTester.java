package io.marketplace.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.guard.Finding;
import io.marketplace.model.guard.GuardRule;
import io.marketplace.model.guard.ScreenReport;
import io.marketplace.model.guard.Side;
import io.marketplace.model.guard.TestGuardrails;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.State;
import io.marketplace.ui.shell.Reader;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tries rules, in force or not, on a text. The text stays in the browser and this session. */
final class GuardTester extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Reader reader;
  private final transient TestGuardrails testing;
  private final transient Supplier<Optional<List<GuardRule>>> draft;
  private final TextArea text = new TextArea("Text");
  private final RadioButtonGroup<Side> side = new RadioButtonGroup<>("Read as");
  private final TextField requestClass = new TextField("Request class");
  private final Div result = new Div();

  /** Tests what {@code draft} gives; empty: what is in force. */
  GuardTester(Reader reader, TestGuardrails testing, Supplier<Optional<List<GuardRule>>> draft) {
    this.reader = reader;
    this.testing = testing;
    this.draft = draft;
    addClassName("stack");
    text.setWidthFull();
    text.setMaxLength(100_000);
    text.setMinHeight("8rem");
    side.setItems(Side.values());
    side.setItemLabelGenerator(Side::code);
    side.setValue(Side.PROMPT);
    FieldErrors errors = new FieldErrors().map("text", text);
    Button run = new Button("Test");
    run.addClickListener(event -> errors.run(this::test));
    Div line = new Div(side, requestClass, run);
    line.addClassNames("filters", "below");
    result.getElement().setAttribute("aria-live", "polite");
    add(text, line, result);
  }

  private void test() {
    ScreenReport report =
        testing.test(
            reader.viewer(),
            text.getValue(),
            side.getValue(),
            Optional.of(requestClass.getValue().strip()).filter(one -> !one.isEmpty()),
            draft.get());
    result.removeAll();
    result.add(verdict(report));
    report
        .passed()
        .filter(passed -> !passed.equals(text.getValue()))
        .ifPresent(
            passed -> {
              Paragraph handedOn = new Paragraph(passed);
              handedOn.addClassName("said");
              result.add(handedOn);
            });
    if (!report.findings().isEmpty()) {
      DataTable<Finding> table =
          new DataTable<Finding>("What was found where")
              .words("Rule", Finding::rule)
              .words("Found", finding -> GuardWords.of(finding.detector()))
              .words("Then", finding -> GuardWords.of(finding.action()))
              .figures("From character", finding -> Integer.toString(finding.start() + 1))
              .figures("To", finding -> Integer.toString(finding.end()));
      table.show(report.findings());
      result.add(table);
    }
  }

  private State verdict(ScreenReport report) {
    if (report.blockedBy().isPresent()) {
      return State.trouble("Refused by " + report.blockedBy().get());
    }
    if (report.findings().isEmpty()) {
      return State.good("Passes, nothing found");
    }
    return report.passed().filter(text.getValue()::equals).isPresent()
        ? State.warning("Passes, flagged")
        : State.warning("Passes, redacted");
  }
}
