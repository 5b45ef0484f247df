package io.marketplace.ui.policy;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.policy.PolicyRule;
import io.marketplace.model.policy.RuleEffect;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The form of one rule. It changes the draft only. */
final class RuleDialog {

  private final TextField name = new TextField("Name, which decisions show");
  private final Select<RuleEffect> effect = new Select<>();
  private final CheckboxGroup<Sensitivity> data = new CheckboxGroup<>("Data that is");
  private final ConditionRows conditions = new ConditionRows();

  private RuleDialog(Optional<PolicyRule> rule) {
    name.setMaxLength(60);
    name.setHelperText("Lower-case letters, digits and hyphens, such as customer-data-in-eu.");
    effect.setLabel("This rule");
    effect.setItems(RuleEffect.values());
    effect.setItemLabelGenerator(
        one -> one == RuleEffect.ALLOW ? "allows" : "denies, whatever else allows it");
    effect.setValue(RuleEffect.ALLOW);
    data.setItems(Sensitivity.values());
    data.setItemLabelGenerator(Sensitivity::code);
    if (rule.isPresent()) {
      name.setValue(rule.get().name());
      effect.setValue(rule.get().effect());
      data.setValue(Set.copyOf(rule.get().sensitivities()));
      conditions.show(rule.get().conditions());
    } else {
      conditions.begin();
    }
  }

  /** Opens the form; {@code then} gets the rule when it is taken over. */
  static FormDialog open(Optional<PolicyRule> rule, Consumer<PolicyRule> then) {
    RuleDialog form = new RuleDialog(rule);
    FormDialog dialog =
        new FormDialog(
            rule.map(one -> "Edit rule " + one.name()).orElse("New rule"),
            "All conditions must hold of a provider. What nobody has said of a provider allows nothing.",
            new FieldErrors().map("name", form.name).map("sensitivities", form.data));
    dialog
        .with(form.name, form.effect, form.data, new H3("Providers"), form.conditions)
        .wide()
        .open("Take over into the draft", false, () -> then.accept(form.value()));
    return dialog;
  }

  private PolicyRule value() {
    String text = Input.line("name", name.getValue(), 60);
    if (!text.matches("[a-z0-9][a-z0-9-]*")) {
      throw Input.invalid("name", "name must be lower-case letters, digits and hyphens.");
    }
    if (data.getValue().isEmpty()) {
      throw Input.invalid("sensitivities", "sensitivities must name at least one.");
    }
    return new PolicyRule(
        text, effect.getValue(), EnumSet.copyOf(data.getValue()), conditions.value());
  }
}
