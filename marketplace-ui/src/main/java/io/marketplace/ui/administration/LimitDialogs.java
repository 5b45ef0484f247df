package io.marketplace.ui.administration;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.quota.CallLimit;
import io.marketplace.model.quota.LimitView;
import io.marketplace.ui.component.Confirm;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import io.marketplace.ui.component.Outcome;
import java.util.Optional;
import java.util.OptionalInt;

/** Sets, changes and ends limits. */
final class LimitDialogs {

  private final LimitDoor door;
  private final Actor actor;
  private final Runnable changed;

  /** {@code changed} runs after every change. */
  LimitDialogs(LimitDoor door, Actor actor, Runnable changed) {
    this.door = door;
    this.actor = actor;
    this.changed = changed;
  }

  void set() {
    Select<String> type = new Select<>();
    type.setLabel("Limits the calls of a");
    type.setItems("key", "application", "team", "tenant");
    type.setValue("application");
    ComboBox<LimitTarget> target = new ComboBox<>("Which one");
    target.setItemLabelGenerator(LimitTarget::label);
    target.setRequiredIndicatorVisible(true);
    target.setItems(
        query ->
            door.targets(actor, type.getValue(), query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
    type.addValueChangeListener(
        event -> {
          target.clear();
          target.getDataProvider().refreshAll();
        });
    Select<Tier> tier = new Select<>();
    tier.setLabel("Tier");
    tier.setItems(Tier.values());
    tier.setEmptySelectionAllowed(true);
    tier.setEmptySelectionCaption("all tiers together");
    tier.setItemLabelGenerator(value -> value == null ? "all tiers together" : value.code());
    FieldErrors errors =
        new FieldErrors().map("scope.type", type).map("scope", target).map("tier", tier);
    LimitFields fields = new LimitFields(errors);
    new FormDialog(
            "Set a limit",
            "In force on every gateway within a second. Calls beyond it are refused with 429 and told when to try again.",
            errors)
        .with(type, target, tier, fields)
        .open(
            "Set limit",
            false,
            () -> {
              LimitTarget chosen = target.getValue();
              if (chosen == null) {
                throw Input.invalid("scope", "scope must be chosen.");
              }
              // 0: a limit that is there already is changed in its row, not overwritten unseen
              door.put(
                  actor,
                  chosen.scope(),
                  Optional.ofNullable(tier.getValue()),
                  fields.value(),
                  OptionalInt.of(0));
              Outcome.done("Limit set");
              changed.run();
            });
  }

  void change(LimitView view) {
    CallLimit limit = view.limit();
    FieldErrors errors = new FieldErrors();
    LimitFields fields = new LimitFields(errors);
    fields.show(limit.terms());
    new FormDialog(
            "Change the limit of " + view.scopeName(),
            "In force on every gateway within a second. What is left of the minute stays in proportion.",
            errors)
        .with(fields)
        .open(
            "Change limit",
            false,
            () -> {
              door.put(
                  actor,
                  limit.scope(),
                  limit.tier(),
                  fields.value(),
                  OptionalInt.of(limit.version()));
              Outcome.done("Limit changed");
              changed.run();
            });
  }

  void end(LimitView view) {
    Confirm.ask(
        "End the limit of " + view.scopeName() + "?",
        "Its calls go on without it within a second. Limits of the others that hold them stay.",
        "End limit",
        () -> {
          door.remove(actor, view.limit());
          Outcome.done("Limit ended");
          changed.run();
        });
  }

  /** Whether the reader may change and end that limit. */
  boolean mayChange(CallLimit limit) {
    return switch (limit.owner()) {
      case PLATFORM -> actor.is(Role.PLATFORM_ADMIN);
      // An administrator's change would be a second limit, the platform's, beside it.
      case TENANT -> actor.is(Role.TENANT_APPROVER) && !actor.is(Role.PLATFORM_ADMIN);
    };
  }

  /** Whether the reader may end it. */
  boolean mayEnd(CallLimit limit) {
    return actor.is(Role.PLATFORM_ADMIN) || mayChange(limit);
  }
}
