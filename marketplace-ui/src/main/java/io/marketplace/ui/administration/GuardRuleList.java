package io.marketplace.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.marketplace.model.guard.GuardRule;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of a version, and what is being made of them before they are put in force. */
final class GuardRuleList extends Div {

  private static final long serialVersionUID = 1L;

  /** What a draft needs of the page it stands on. */
  interface Desk {

    /**
     * Refuses rules that could not be put in force.
     *
     * @throws MarketplaceException {@code invalid_request_error} naming the rule and its part
     */
    void check(List<GuardRule> rules);

    /** Is told of every change of the draft. */
    void changed();
  }

  private final transient Optional<Desk> desk;
  private final transient List<GuardRule> inForce;
  private final transient List<GuardRule> rules;
  private transient Optional<FormDialog> form = Optional.empty();

  /** The rules; with a {@code desk} they can be changed. */
  GuardRuleList(List<GuardRule> inForce, Optional<Desk> desk) {
    this.desk = desk;
    this.inForce = List.copyOf(inForce);
    this.rules = new ArrayList<>(inForce);
    draw();
  }

  /** The rules as they stand here. */
  List<GuardRule> rules() {
    return List.copyOf(rules);
  }

  /** Whether they differ from those in force. */
  boolean changed() {
    return !rules.equals(inForce);
  }

  /** Whether somebody is at work on them. */
  boolean busy() {
    return changed() || form.filter(FormDialog::isOpen).isPresent();
  }

  private void settle(List<GuardRule> next) {
    rules.clear();
    rules.addAll(next);
    draw();
    desk.ifPresent(Desk::changed);
  }

  private void draw() {
    removeAll();
    if (rules.isEmpty()) {
      Paragraph none = new Paragraph("No rules.");
      none.addClassName("said");
      add(none);
      return;
    }
    DataTable<GuardRule> table =
        new DataTable<GuardRule>("Rules: what they look for, where, and what then")
            .words("Rule", GuardRule::name)
            .words("Looks for", GuardWords::what)
            .words("In", GuardWords::where)
            .words("Then", rule -> GuardWords.of(rule.action()));
    if (desk.isPresent()) {
      table.parts("", this::actions);
    }
    table.show(rules);
    add(table);
  }

  private Div actions(GuardRule rule) {
    Button edit = new Button("Edit", event -> ask(Optional.of(rule)));
    edit.setAriaLabel("Edit rule " + rule.name());
    edit.addThemeName("small");
    Button remove =
        new Button(
            "Remove",
            event -> settle(rules.stream().filter(other -> !other.equals(rule)).toList()));
    remove.setAriaLabel("Remove rule " + rule.name());
    remove.addThemeName("small");
    Div actions = new Div(edit, remove);
    actions.addClassName("acts");
    return actions;
  }

  /** Asks for a rule, or for what becomes of {@code old}. */
  void ask(Optional<GuardRule> old) {
    GuardRuleFields fields = new GuardRuleFields();
    old.ifPresent(fields::show);
    FieldErrors errors = new FieldErrors();
    fields.map(errors);
    FormDialog dialog =
        new FormDialog(
            old.isPresent() ? "Edit rule" : "Add rule",
            "It holds when you put the rules in force.",
            errors);
    form = Optional.of(dialog);
    dialog
        .with(fields)
        .open(
            old.isPresent() ? "Change" : "Add",
            false,
            () -> {
              List<GuardRule> next = new ArrayList<>(rules);
              int at = old.map(rules::indexOf).orElse(rules.size());
              if (old.isPresent()) {
                next.set(at, fields.value());
              } else {
                next.add(fields.value());
              }
              check(next, "rules[" + at + "].");
              settle(next);
            });
  }

  /** What is wrong with the rule at hand is said of its field, not of its number in the list. */
  private void check(List<GuardRule> next, String place) {
    try {
      desk.ifPresent(page -> page.check(next));
    } catch (MarketplaceException refusal) {
      String field = refusal.field().orElse("");
      if (!field.startsWith(place)) {
        throw refusal;
      }
      throw new MarketplaceException(
          refusal.code(),
          refusal.sentence().replace(place, ""),
          field.substring(place.length()).replaceFirst("\\[.*", ""));
    }
  }
}
