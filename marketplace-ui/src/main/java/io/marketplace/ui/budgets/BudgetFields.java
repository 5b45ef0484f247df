package io.marketplace.ui.budgets;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.quota.BudgetPeriod;
import io.marketplace.model.quota.BudgetTerms;
import io.marketplace.model.quota.BudgetView;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.format.Typed;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields of what a budget allows. */
public final class BudgetFields extends Div {

  private static final long serialVersionUID = 1L;

  private final TextField cap = new TextField("Cap, $");
  private final TextField soft = new TextField("Warn from, % of the cap");
  private final Select<BudgetPeriod> period = new Select<>();
  private final ComboBox<String> zone = new ComboBox<>("Midnights and months of");

  /** The fields of a new budget. */
  BudgetFields() {
    addClassName("form");
    cap.setRequiredIndicatorVisible(true);
    soft.setValue(Integer.toString(BudgetTerms.USUAL_SOFT_PERCENT));
    period.setLabel("Period");
    period.setItems(BudgetPeriod.values());
    period.setItemLabelGenerator(BudgetWords::period);
    period.setValue(BudgetPeriod.MONTH);
    zone.setItems(
        Stream.concat(
                Stream.of(BudgetTerms.UTC),
                ZoneId.getAvailableZoneIds().stream()
                    .filter(id -> id.contains("/") && !id.startsWith("Etc/"))
                    .sorted())
            .toList());
    zone.setValue(BudgetTerms.UTC);
    add(pair(cap, soft), pair(period, zone));
  }

  /** The fields of a budget that is there; its period and zone stay. */
  BudgetFields(BudgetView view) {
    this();
    BudgetTerms terms = view.budget().terms();
    cap.setValue(terms.cap().toDollars());
    soft.setValue(Integer.toString(terms.softPercent()));
    period.setValue(terms.period());
    period.setReadOnly(true);
    zone.setValue(terms.timeZone());
    zone.setReadOnly(true);
  }

  /**
   * The fields of a budget that need not be: without a cap there is none, but {@code otherwise}.
   */
  public static BudgetFields optional(String otherwise) {
    BudgetFields fields = new BudgetFields();
    fields.cap.setRequiredIndicatorVisible(false);
    fields.cap.setHelperText("Empty: " + otherwise + ".");
    return fields;
  }

  private static Div pair(Component... two) {
    Div pair = new Div(two);
    pair.addClassName("pair");
    return pair;
  }

  /** Says which field is which. */
  public void map(FieldErrors errors) {
    errors.map("capUsd", cap).map("softPercent", soft).map("period", period).map("timeZone", zone);
  }

  /**
   * What was typed, unless no cap was.
   *
   * @throws io.marketplace.model.problem.MarketplaceException naming the field at fault
   */
  public Optional<BudgetTerms> termsIfAny() {
    return cap.isEmpty() ? Optional.empty() : Optional.of(terms());
  }

  /**
   * What was typed.
   *
   * @throws io.marketplace.model.problem.MarketplaceException naming the field at fault
   */
  BudgetTerms terms() {
    String zoneId = zone.getValue() == null ? "" : zone.getValue();
    return new BudgetTerms(
        period.getValue(), zoneId, Typed.dollars("capUsd", cap.getValue()), percent());
  }

  private int percent() {
    String digits = soft.getValue().strip();
    if (!digits.matches("[0-9]{1,3}")) {
      throw Input.invalid("softPercent", "softPercent must be a whole number from 1 to 100.");
    }
    return Integer.parseInt(digits);
  }
}
