package io.marketplace.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.marketplace.model.policy.PolicyCondition;
import io.marketplace.model.policy.PolicyEntry;
import io.marketplace.model.policy.PolicyRule;
import io.marketplace.model.policy.RuleEffect;
import io.marketplace.model.policy.RuleInclude;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rules of a policy or of a set, with buttons for those who write them. */
final class RuleList extends Div {

  private static final long serialVersionUID = 1L;

  /** What is done to an entry. */
  interface Actions {

    /** Opens the rule's form. */
    void edit(int index, PolicyRule rule);

    /** Takes the entry out. */
    void remove(int index);
  }

  private record Line(int index, PolicyEntry entry) {}

  /** Shows {@code entries}; with buttons if {@code editable}. */
  RuleList(String caption, List<PolicyEntry> entries, boolean editable, Actions actions) {
    if (entries.isEmpty()) {
      Paragraph none = new Paragraph("No rule: everything is denied.");
      none.addClassName("note");
      add(none);
      return;
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      lines.add(new Line(i, entries.get(i)));
    }
    DataTable<Line> table =
        new DataTable<Line>(caption)
            .words("Rule", line -> name(line.entry))
            .parts("Does", line -> effect(line.entry))
            .words("Data", line -> data(line.entry))
            .parts("Where", line -> said(where(line.entry)));
    if (editable) {
      table.parts("", line -> buttons(line, actions));
    }
    table.show(lines);
    add(table);
  }

  private static String name(PolicyEntry entry) {
    return switch (entry) {
      case PolicyRule rule -> rule.name();
      case RuleInclude include -> "Include " + include.set();
    };
  }

  private static Component effect(PolicyEntry entry) {
    return switch (entry) {
      case PolicyRule rule ->
          rule.effect() == RuleEffect.ALLOW ? State.good("Allows") : State.trouble("Denies");
      case RuleInclude include -> State.nothing("Takes over");
    };
  }

  private static String data(PolicyEntry entry) {
    return switch (entry) {
      case PolicyRule rule ->
          rule.sensitivities().stream().map(Sensitivity::code).collect(Collectors.joining(", "));
      case RuleInclude include -> "as its rules say";
    };
  }

  private static String where(PolicyEntry entry) {
    return switch (entry) {
      case PolicyRule rule ->
          rule.conditions().isEmpty()
              ? "everywhere"
              : rule.conditions().stream()
                  .map(PolicyCondition::words)
                  .collect(Collectors.joining(", and "));
      case RuleInclude include ->
          include.set().equals(RuleInclude.PLATFORM)
              ? "the platform's rules in force"
              : "the set below";
    };
  }

  private static Paragraph said(String words) {
    Paragraph said = new Paragraph(words);
    said.addClassName("said");
    return said;
  }

  private static Component buttons(Line line, Actions actions) {
    Div buttons = new Div();
    if (line.entry instanceof PolicyRule rule) {
      Button edit = new Button("Edit", event -> actions.edit(line.index, rule));
      edit.addThemeName("small");
      edit.setAriaLabel("Edit rule " + rule.name());
      buttons.add(edit);
    }
    Button remove = new Button("Take out", event -> actions.remove(line.index));
    remove.addThemeName("small");
    remove.setAriaLabel("Take out " + name(line.entry));
    buttons.add(remove);
    buttons.addClassName("acts");
    return buttons;
  }
}
