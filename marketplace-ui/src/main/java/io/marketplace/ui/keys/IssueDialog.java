package io.marketplace.ui.keys;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.keys.IssuedKey;
import io.marketplace.model.keys.KeyWish;
import io.marketplace.model.keys.PinnedAttribution;
import io.marketplace.model.tenant.ApplicationView;
import io.marketplace.ui.budgets.BudgetFields;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.format.Formats;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks what a new key shall be able to do, and has it issued. */
final class IssueDialog {

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_LABEL = 120;

  private final KeyDoor door;
  private final ZoneId zone;
  private final Runnable done;
  private final Dialog dialog = new Dialog();
  private final OwnerFields owner;
  private final TextField name = new TextField("Name");
  private final CheckboxGroup<Tier> tiers = new CheckboxGroup<>("May call");
  private final TextField agent = new TextField("Agent");
  private final DatePicker expires = new DatePicker("Expires");
  private final TextField customer = new TextField("Customer");
  private final ScopeFields scope = new ScopeFields("all that its tiers open");
  private final BudgetFields budget =
      BudgetFields.optional("what its grants and other budgets allow");
  private final FieldErrors errors =
      scope.on(
          new FieldErrors()
              .map("name", name)
              .map("tiers", tiers)
              .map("expiresAt", expires)
              .map("agent", agent)
              .map("customer", customer));

  IssueDialog(KeyDoor door, ZoneId zone, Runnable done) {
    this.door = door;
    this.zone = zone;
    this.done = done;
    this.owner = new OwnerFields(door, this::offer);
    budget.map(errors);
  }

  void open() {
    dialog.setHeaderTitle("Create key");
    name.setMaxLength(LONGEST_NAME);
    name.setRequiredIndicatorVisible(true);
    name.setHelperText("Where it will be used, such as production.");
    tiers.setItemLabelGenerator(Tier::code);
    agent.setMaxLength(LONGEST_LABEL);
    customer.setMaxLength(LONGEST_LABEL);
    customer.setHelperText(
        "Optional, as the agent. All calls are booked under them, whatever they say of themselves.");
    expires.setMin(LocalDate.now(zone).plusDays(1));
    expires.setHelperText("Empty: ends with its grants.");
    expires.setI18n(new DatePicker.DatePickerI18n().setDateFormat("d MMM yyyy"));
    Div form =
        new Div(
            owner,
            tiers,
            name,
            agent,
            customer,
            expires,
            new Details("Give it a budget", budget),
            scope.details());
    form.addClassName("form");
    dialog.add(form);
    Button create = new Button("Create key");
    create.addThemeName("primary");
    create.setDisableOnClick(true);
    create.addClickListener(
        event -> {
          errors.run(this::issue);
          create.setEnabled(true);
        });
    dialog.getFooter().add(new Button("Go back", event -> dialog.close()), create);
    owner.begin();
    dialog.open();
  }

  private void offer(List<Tier> granted) {
    tiers.setItems(granted);
    tiers.setValue(Set.copyOf(granted));
  }

  private void issue() {
    ApplicationView chosen =
        owner
            .owner()
            .orElseThrow(
                () -> Input.invalid("tiers", "tiers need whose key it shall be: choose first."));
    PinnedAttribution attribution =
        new PinnedAttribution(
            Optional.of(agent.getValue()).filter(text -> !text.isBlank()),
            Optional.empty(),
            Optional.of(customer.getValue()).filter(text -> !text.isBlank()),
            Optional.empty());
    KeyWish wish =
        new KeyWish(
            name.getValue(),
            scope.scope(tiers.getValue()),
            Optional.ofNullable(expires.getValue())
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
            attribution,
            budget.termsIfAny());
    IssuedKey issued = door.issue(chosen.id(), wish);
    dialog.close();
    String may =
        wish.scope().tiers().stream().sorted().map(Tier::code).collect(Collectors.joining(", "));
    String until =
        Optional.ofNullable(expires.getValue()).map(Formats::date).orElse("with its grants");
    ShownOnce.open("Key created for " + chosen.name(), issued.secret(), may, until, done);
  }
}
