package io.marketplace.ui.policy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.policy.ConditionTest;
import io.marketplace.model.policy.PolicyCondition;
import io.marketplace.model.policy.ProviderAttribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The conditions of a rule: what is asked, how, and with which values in each row. */
final class ConditionRows extends Div {

  private static final long serialVersionUID = 1L;

  private static final int MAX_VALUES_LENGTH = 2_000;

  private record Fields(
      Select<ProviderAttribute> attribute, Select<ConditionTest> test, TextField values) {}

  private final transient List<Fields> rows = new ArrayList<>();
  private final Div lines = new Div();

  ConditionRows() {
    Button add = new Button("Add condition", event -> addRow());
    add.addThemeName("small");
    add(lines, add);
    addClassName("cands");
  }

  void show(List<PolicyCondition> conditions) {
    for (PolicyCondition condition : conditions) {
      Fields fields = addRow();
      fields.attribute.setValue(condition.attribute());
      fields.test.setValue(condition.test());
      fields.values.setValue(String.join(", ", condition.values()));
    }
  }

  /** The conditions as they stand; rows without values are left out. */
  List<PolicyCondition> value() {
    List<PolicyCondition> conditions = new ArrayList<>();
    for (Fields fields : rows) {
      List<String> values =
          Arrays.stream(fields.values.getValue().split(",", -1))
              .map(String::strip)
              .filter(value -> !value.isEmpty())
              .toList();
      if (!values.isEmpty()) {
        conditions.add(
            new PolicyCondition(fields.attribute.getValue(), fields.test.getValue(), values));
      }
    }
    return conditions;
  }

  /** Adds an empty row, to begin with. */
  void begin() {
    Fields unused = addRow();
  }

  private Fields addRow() {
    Select<ProviderAttribute> attribute = new Select<>();
    attribute.setAriaLabel("What is asked of the provider");
    attribute.setItems(ProviderAttribute.values());
    attribute.setItemLabelGenerator(ConditionRows::label);
    attribute.setValue(ProviderAttribute.JURISDICTION);
    Select<ConditionTest> test = new Select<>();
    test.setAriaLabel("How it is compared");
    test.setItems(ConditionTest.values());
    test.setItemLabelGenerator(ConditionTest::words);
    test.setValue(ConditionTest.ANY_OF);
    TextField values = new TextField();
    values.setAriaLabel("Values, parted by commas");
    values.setPlaceholder("EU, on-premises");
    values.setMaxLength(MAX_VALUES_LENGTH);
    Fields fields = new Fields(attribute, test, values);
    Div line = new Div(attribute, test, values);
    Button drop = new Button("Take out");
    drop.addThemeName("small");
    drop.addClickListener(
        event -> {
          rows.remove(fields);
          lines.remove(line);
        });
    line.add(drop);
    line.addClassNames("filters");
    rows.add(fields);
    lines.add(line);
    return fields;
  }

  private static String label(ProviderAttribute attribute) {
    return switch (attribute) {
      case JURISDICTION -> "owner's jurisdiction";
      case PLACE -> "place of processing";
      case CONTRACT -> "contract";
      case CERTIFICATION -> "certification";
      case PROVIDER -> "name";
    };
  }
}
