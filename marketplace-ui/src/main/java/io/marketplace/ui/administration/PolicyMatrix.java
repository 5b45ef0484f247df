package io.marketplace.ui.administration;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import io.marketplace.model.policy.PolicyRule;
import io.marketplace.model.policy.Sensitivity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which data may go where: a row for each sensitivity, a column for each jurisdiction. */
final class PolicyMatrix extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Map<Sensitivity, Map<String, Checkbox>> boxes =
      new EnumMap<>(Sensitivity.class);
  private final TreeSet<String> places = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final boolean editable;

  PolicyMatrix(boolean editable) {
    this.editable = editable;
    addClassName("scroll");
  }

  /** Shows {@code rules}, with a column for each of {@code known} too. */
  void show(List<PolicyRule> rules, Collection<String> known) {
    places.clear();
    places.addAll(known);
    rules.forEach(rule -> places.addAll(rule.jurisdictions()));
    draw(rules);
  }

  /** Adds a column, keeping what is ticked. */
  void addPlace(String place) {
    List<PolicyRule> rules = rules();
    places.add(place);
    draw(rules);
  }

  /** What is ticked; sensitivities without a place are left out: denied everywhere. */
  List<PolicyRule> rules() {
    List<PolicyRule> rules = new ArrayList<>();
    boxes.forEach(
        (level, row) -> {
          List<String> ticked =
              row.entrySet().stream()
                  .filter(box -> box.getValue().getValue())
                  .map(Map.Entry::getKey)
                  .toList();
          if (!ticked.isEmpty()) {
            rules.add(new PolicyRule(level, ticked));
          }
        });
    return rules;
  }

  private void draw(List<PolicyRule> rules) {
    removeAll();
    boxes.clear();
    Element head = new Element("tr").appendChild(cell("th", "Data"));
    places.forEach(place -> head.appendChild(cell("th", place)));
    Element body = new Element("tbody");
    for (Sensitivity level : Sensitivity.values()) {
      Element row = new Element("tr").appendChild(cell("td", level.code()));
      Map<String, Checkbox> line = new LinkedHashMap<>();
      for (String place : places) {
        Checkbox box = new Checkbox();
        box.setValue(allows(rules, level, place));
        box.setReadOnly(!editable);
        box.setAriaLabel(level.code() + " data may go to " + place);
        line.put(place, box);
        row.appendChild(new Element("td").appendChild(box.getElement()));
      }
      boxes.put(level, line);
      body.appendChild(row);
    }
    Element table = new Element("table");
    table.getClassList().add("tb");
    table.getClassList().add("matrix");
    table.setAttribute("aria-label", "Which data may go to which jurisdiction");
    table.appendChild(new Element("thead").appendChild(head), body);
    getElement().appendChild(table);
  }

  private static boolean allows(List<PolicyRule> rules, Sensitivity level, String place) {
    return rules.stream()
        .filter(rule -> rule.sensitivity() == level)
        .anyMatch(rule -> rule.jurisdictions().stream().anyMatch(place::equalsIgnoreCase));
  }

  private static Element cell(String tag, String text) {
    return new Element(tag).setText(text);
  }
}
