package io.marketplace.ui.keys;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.keys.IssuedKey;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.keys.PinnedAttribution;
import io.marketplace.model.keys.SubKeyWish;
import io.marketplace.ui.budgets.BudgetFields;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import io.marketplace.ui.format.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks whom a sub-key is for and how much less than its parent it may, and has it minted. */
final class SubKeyDialog {

  private final KeyView parent;
  private final KeyDoor door;
  private final ZoneId zone;
  private final Runnable done;
  private final TextField name = new TextField("Name");
  private final TextField agent = new TextField("Agent");
  private final TextField customer = new TextField("Customer");
  private final CheckboxGroup<Tier> tiers = new CheckboxGroup<>("May call");
  private final DatePicker expires = new DatePicker("Expires");
  private final ScopeFields scope = new ScopeFields("as the parent");
  private final BudgetFields budget =
      BudgetFields.optional("what the parent's and other budgets allow");

  SubKeyDialog(KeyView parent, KeyDoor door, ZoneId zone, Runnable done) {
    this.parent = parent;
    this.door = door;
    this.zone = zone;
    this.done = done;
  }

  void open() {
    name.setMaxLength(80);
    name.setRequiredIndicatorVisible(true);
    agent.setMaxLength(120);
    customer.setMaxLength(120);
    customer.setHelperText("One of the two, or both. All its calls are booked under them.");
    parent.attribution().agent().ifPresent(pinned -> fixed(agent, pinned));
    parent.attribution().customer().ifPresent(pinned -> fixed(customer, pinned));
    tiers.setItemLabelGenerator(Tier::code);
    tiers.setItems(parent.tiers());
    tiers.setValue(parent.scope().tiers());
    expires.setMin(LocalDate.now(zone).plusDays(1));
    parent.expiresAt().ifPresent(end -> expires.setMax(LocalDate.ofInstant(end, zone)));
    expires.setHelperText("Empty: ends with its parent.");
    expires.setI18n(new DatePicker.DatePickerI18n().setDateFormat("d MMM yyyy"));
    FieldErrors errors =
        scope.on(
            new FieldErrors()
                .map("name", name)
                .map("attribution", agent)
                .map("agent", agent)
                .map("customer", customer)
                .map("tiers", tiers)
                .map("expiresAt", expires));
    budget.map(errors);
    new FormDialog(
            "Sub-key of " + parent.name(),
            "It reaches nothing that its parent does not, and stops with it. Its secret is shown once.",
            errors)
        .with(
            name,
            agent,
            customer,
            tiers,
            expires,
            new Details("Give it a budget", budget),
            scope.details())
        .open("Create sub-key", false, this::mint);
  }

  private static void fixed(TextField field, String pinned) {
    field.setValue(pinned);
    field.setReadOnly(true);
  }

  private void mint() {
    Set<Tier> wanted = tiers.getValue();
    IssuedKey issued =
        door.mint(
            parent.id(),
            new SubKeyWish(
                name.getValue(),
                Optional.of(wanted),
                scope.aliases(),
                scope.providers(),
                scope.jurisdictions(),
                scope.highest(),
                scope.networks(),
                scope.labelValues(),
                Optional.ofNullable(expires.getValue()).map(this::end),
                new PinnedAttribution(
                    typed(agent), Optional.empty(), typed(customer), Optional.empty()),
                budget.termsIfAny()));
    ShownOnce.open(
        "Sub-key created for " + name.getValue().strip(),
        issued.secret(),
        wanted.stream().sorted().map(Tier::code).collect(Collectors.joining(", ")),
        Optional.ofNullable(expires.getValue()).map(Formats::date).orElse("with its parent"),
        done);
  }

  /** The end of the chosen day, which must not pass the parent's own moment. */
  private Instant end(LocalDate day) {
    Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
    return parent
        .expiresAt()
        .filter(end -> LocalDate.ofInstant(end, zone).equals(day) && end.isBefore(midnight))
        .orElse(midnight);
  }

  private static Optional<String> typed(TextField field) {
    return Optional.of(field.getValue()).filter(text -> !text.isBlank());
  }
}
