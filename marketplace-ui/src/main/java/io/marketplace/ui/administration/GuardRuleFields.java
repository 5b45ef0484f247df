package io.marketplace.ui.administration;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.guard.Detector;
import io.marketplace.model.guard.GuardAction;
import io.marketplace.model.guard.GuardRule;
import io.marketplace.model.guard.Side;
import io.marketplace.model.kernel.Input;
import io.marketplace.ui.component.FieldErrors;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parts of one guardrail, as people type them. */
final class GuardRuleFields extends Div {

  private static final long serialVersionUID = 1L;

  private final TextField name = new TextField("Name, told to callers");
  private final Select<Detector> detector = new Select<>();
  private final Select<GuardAction> action = new Select<>();
  private final CheckboxGroup<Side> sides = new CheckboxGroup<>("Reads");
  private final TextField classes = new TextField("Request classes");
  private final TextArea values = new TextArea("What to look for, one a line");
  private final TextField maxChars = new TextField("Most characters");

  GuardRuleFields() {
    addClassName("form");
    name.setHelperText("Small letters, digits and hyphens. It stands in place of redacted text.");
    detector.setLabel("Looks for");
    detector.setItems(Detector.values());
    detector.setItemLabelGenerator(GuardWords::of);
    detector.addValueChangeListener(event -> ask());
    action.setLabel("Then");
    action.setItems(GuardAction.values());
    action.setItemLabelGenerator(GuardWords::of);
    sides.setItems(Side.values());
    sides.setItemLabelGenerator(side -> side == Side.PROMPT ? "prompts" : "answers");
    classes.setHelperText("Separated by commas. Empty: all calls.");
    values.setWidthFull();
    detector.setValue(Detector.IBAN);
    action.setValue(GuardAction.REDACT);
    sides.setValue(Set.of(Side.values()));
    add(name, detector, values, maxChars, action, sides, classes);
  }

  private void ask() {
    Detector chosen = detector.getValue();
    values.setVisible(chosen.needsValues() || chosen == Detector.NATIONAL_ID);
    values.setHelperText(
        chosen == Detector.NATIONAL_ID
            ? "Countries, such as DE or FR. Empty: all that are known."
            : chosen == Detector.PATTERN
                ? "Regular expressions; (?i) first: whatever the case."
                : "Whole words, whatever their case.");
    maxChars.setVisible(chosen == Detector.SIZE);
  }

  void map(FieldErrors errors) {
    errors
        .map("name", name)
        .map("detector", detector)
        .map("action", action)
        .map("sides", sides)
        .map("requestClasses", classes)
        .map("values", values)
        .map("maxChars", maxChars);
  }

  void show(GuardRule rule) {
    name.setValue(rule.name());
    detector.setValue(rule.detector());
    action.setValue(rule.action());
    sides.setValue(rule.sides());
    classes.setValue(String.join(", ", rule.requestClasses().stream().sorted().toList()));
    values.setValue(String.join("\n", rule.values()));
    maxChars.setValue(rule.maxChars().map(max -> Integer.toString(max)).orElse(""));
  }

  /**
   * What was typed; the use case checks it.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} for a
   *     number that is none
   */
  GuardRule value() {
    Detector chosen = detector.getValue();
    return new GuardRule(
        name.getValue().strip(),
        chosen,
        sides.getValue(),
        action.getValue(),
        new LinkedHashSet<>(parts(classes.getValue(), ",")),
        values.isVisible() ? parts(values.getValue(), "\\R") : List.of(),
        chosen == Detector.SIZE ? Optional.of(number()) : Optional.empty());
  }

  private int number() {
    try {
      return Integer.parseInt(maxChars.getValue().strip().replace(",", ""));
    } catch (NumberFormatException e) {
      throw Input.invalid("maxChars", "maxChars must be a whole number of one or more.");
    }
  }

  private static List<String> parts(String text, String separator) {
    return Arrays.stream(text.split(separator, -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
