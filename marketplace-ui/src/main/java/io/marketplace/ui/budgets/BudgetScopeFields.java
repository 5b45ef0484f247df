package io.marketplace.ui.budgets;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.quota.BudgetKind;
import io.marketplace.model.quota.BudgetScope;
import io.marketplace.ui.component.FieldErrors;
import java.util.List;
import java.util.Optional;

/** Whose spend a new budget limits: a thing or person of the enterprise, or a label of calls. */
final class BudgetScopeFields extends Div {

  private static final long serialVersionUID = 1L;

  private static final String ONE = "One value";
  private static final String EACH = "Each by itself";
  private static final String NONE = "Calls that say none";

  private final transient BudgetTargets targets;
  private final Select<BudgetKind> kind = new Select<>();
  private final ComboBox<BudgetTargets.Target> thing = new ComboBox<>("Which");
  private final RadioButtonGroup<String> values = new RadioButtonGroup<>("Of which calls");
  private final TextField value = new TextField("Value");
  private final ComboBox<BudgetTargets.Target> tenant = new ComboBox<>("Of which tenant");

  BudgetScopeFields(BudgetTargets targets) {
    this.targets = targets;
    addClassName("form");
    kind.setLabel("Whose spend");
    kind.setItems(BudgetKind.values());
    kind.setItemLabelGenerator(BudgetWords::kind);
    thing.setItemLabelGenerator(BudgetTargets.Target::name);
    thing.setRequiredIndicatorVisible(true);
    tenant.setItemLabelGenerator(BudgetTargets.Target::name);
    tenant.setItems(targets.of(BudgetKind.TENANT));
    values.setItemLabelGenerator(this::words);
    value.setMaxLength(200);
    kind.addValueChangeListener(
        event -> {
          offer();
          arrange();
        });
    values.addValueChangeListener(
        event -> {
          if (!values.isEmpty()) {
            arrange();
          }
        });
    add(kind, thing, values, value, tenant);
    kind.setValue(BudgetKind.APPLICATION);
  }

  private String words(String choice) {
    boolean identity = kind.getValue() == BudgetKind.IDENTITY;
    return identity && choice.equals(ONE) ? "One person or machine client" : choice;
  }

  /** What calls there are to choose from; every call is somebody's, though it may bear no label. */
  private void offer() {
    values.setItems(
        kind.getValue() == BudgetKind.IDENTITY ? List.of(ONE, EACH) : List.of(ONE, EACH, NONE));
    values.setValue(ONE);
  }

  private void arrange() {
    boolean said = isSaid();
    boolean identity = kind.getValue() == BudgetKind.IDENTITY;
    if (!said) {
      thing.setItems(targets.of(kind.getValue()));
    }
    value.setLabel(identity ? "E-mail address or identifier" : "Value");
    value.setHelperText(
        identity
            ? "Of who issued the keys. Sub-keys count for who issued their parent."
            : "As calls say it, for example in the header Marketplace-Agent.");
    thing.setVisible(!said);
    values.setVisible(said);
    value.setVisible(said && ONE.equals(values.getValue()));
    tenant.setVisible(said && targets.acrossTenants());
  }

  /** Whether it is written down, not chosen from what there is. */
  private boolean isSaid() {
    return kind.getValue().label() || kind.getValue() == BudgetKind.IDENTITY;
  }

  void map(FieldErrors errors) {
    errors.map("scope.type", kind).map("tenantId", tenant);
    // one of the two is shown, the other is not at fault
    errors.map("scope.id", value).map("scope.thing", thing);
  }

  /**
   * The scope that was chosen.
   *
   * @throws io.marketplace.model.problem.MarketplaceException naming the field at fault
   */
  BudgetScope scope() {
    BudgetKind chosen = kind.getValue();
    if (!isSaid()) {
      if (thing.getValue() == null) {
        throw Input.invalid("scope.thing", "scope.thing must be chosen.");
      }
      return BudgetScope.parse(chosen.code(), thing.getValue().id());
    }
    return switch (values.getValue()) {
      case EACH -> new BudgetScope(chosen, BudgetScope.EACH);
      case NONE -> BudgetScope.parse(chosen.code(), BudgetScope.UNLABELLED);
      default -> {
        String said = value.getValue().strip();
        if (said.isEmpty() || said.equals(BudgetScope.EACH)) {
          throw Input.invalid(
              "scope.id",
              chosen == BudgetKind.IDENTITY
                  ? "scope.id must be an e-mail address or identifier."
                  : "scope.id must be a value that calls bear.");
        }
        yield BudgetScope.parse(chosen.code(), said);
      }
    };
  }

  /** Whose label it is, where the reader stands above the tenants. */
  Optional<TenantId> tenant() {
    return Optional.ofNullable(tenant.getValue())
        .filter(chosen -> isSaid())
        .map(chosen -> TenantId.parse(chosen.id()));
  }
}
