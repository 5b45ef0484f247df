package io.marketplace.ui.administration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.tenant.ApprovalThresholds;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.format.Typed;

/** From which budget or sensitivity on two people must agree. */
final class ThresholdFields extends Div {

  private static final long serialVersionUID = 1L;

  private final TextField budget = new TextField("Two people above, $ a month");
  private final Select<Sensitivity> sensitivity = new Select<>();

  ThresholdFields(ApprovalThresholds start, FieldErrors errors) {
    addClassName("fit");
    budget.setValue(start.budgetAbove().toDollars());
    sensitivity.setLabel("Two people from data that is");
    sensitivity.setItems(Sensitivity.values());
    sensitivity.setItemLabelGenerator(Sensitivity::code);
    sensitivity.setValue(start.sensitivityFrom());
    errors.map("budgetAbove", budget).map("sensitivityFrom", sensitivity);
    add(budget, sensitivity);
  }

  ApprovalThresholds value() {
    return new ApprovalThresholds(
        Typed.dollars("budgetAbove", budget.getValue()), sensitivity.getValue());
  }
}
