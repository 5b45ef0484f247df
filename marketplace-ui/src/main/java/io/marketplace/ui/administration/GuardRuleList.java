package io.marketplace.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.marketplace.model.guard.GuardRule;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of a version, and what is being made of them before they are put in force. */
final class GuardRuleList extends Div {

  private static final long serialVersionUID = 1L;

  private final boolean editable;
  private final transient List<GuardRule> inForce;
  private final transient List<GuardRule> rules;

  GuardRuleList(boolean editable, List<GuardRule> inForce) {
    this.editable = editable;
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
    if (editable) {
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
            event -> {
              rules.remove(rule);
              draw();
            });
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
    new FormDialog(
            old.isPresent() ? "Edit rule" : "Add rule",
            "It holds when you put the rules in force.",
            new FieldErrors())
        .with(fields)
        .open(
            old.isPresent() ? "Change" : "Add",
            false,
            () -> {
              GuardRule rule = fields.value();
              old.ifPresentOrElse(
                  before -> rules.set(rules.indexOf(before), rule), () -> rules.add(rule));
              draw();
            });
  }
}
