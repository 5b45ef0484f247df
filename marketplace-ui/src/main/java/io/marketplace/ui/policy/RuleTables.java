package io.marketplace.ui.policy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.policy.PolicyRule;
import io.marketplace.model.policy.RuleInclude;
import io.marketplace.model.policy.RuleSet;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of a draft and of its sets; for writers with buttons that change it. */
final class RuleTables extends Div {

  private static final long serialVersionUID = 1L;

  private final transient PolicyDraft draft;
  private final transient Optional<Runnable> changed;
  private final boolean tenants;
  private transient Optional<FormDialog> form = Optional.empty();

  /** Shows rules to read. */
  RuleTables(PolicyDraft draft) {
    this(draft, Optional.empty(), false);
  }

  /**
   * Shows rules.
   *
   * @param changed what to do after a change; empty: to read only
   * @param tenants whether the platform's rules can be included
   */
  RuleTables(PolicyDraft draft, Optional<Runnable> changed, boolean tenants) {
    this.draft = draft;
    this.changed = changed;
    this.tenants = tenants;
    draw();
  }

  /** Whether somebody is at work on them. */
  boolean busy() {
    return draft.changed() || form.filter(FormDialog::isOpen).isPresent();
  }

  private void draw() {
    removeAll();
    table(PolicyDraft.MAIN, "Rules");
    for (RuleSet set : draft.document().sets()) {
      add(new H3("Set " + set.name()));
      table(set.name(), "Rules of the set " + set.name());
    }
  }

  private void table(String set, String caption) {
    add(new RuleList(caption, draft.entries(set), changed.isPresent(), actions(set)));
    if (changed.isPresent()) {
      add(buttons(set));
    }
  }

  private RuleList.Actions actions(String set) {
    return new RuleList.Actions() {
      @Override
      public void edit(int index, PolicyRule rule) {
        form =
            Optional.of(
                RuleDialog.open(
                    Optional.of(rule), value -> after(() -> draft.replace(set, index, value))));
      }

      @Override
      public void remove(int index) {
        after(() -> draft.remove(set, index));
      }
    };
  }

  private Div buttons(String set) {
    Button add = new Button("Add rule");
    add.addThemeName("small");
    add.addClickListener(
        event ->
            form =
                Optional.of(
                    RuleDialog.open(
                        Optional.empty(), value -> after(() -> draft.add(set, value)))));
    Div line = new Div(add);
    List<String> names = includable(set);
    if (!names.isEmpty()) {
      Select<String> include = new Select<>();
      include.setAriaLabel("Include a set of rules");
      include.setPlaceholder("Include a set");
      include.setItems(names);
      include.addValueChangeListener(
          event -> {
            if (event.getValue() != null) {
              after(() -> draft.add(set, new RuleInclude(event.getValue())));
            }
          });
      line.add(include);
    }
    if (set.equals(PolicyDraft.MAIN)) {
      Button newSet = new Button("Add rule set", event -> askSet());
      newSet.addThemeName("small");
      line.add(newSet);
    } else {
      Button drop = new Button("Take the set out", event -> after(() -> draft.removeSet(set)));
      drop.addThemeName("small");
      line.add(drop);
    }
    line.addClassNames("filters", "below");
    return line;
  }

  private List<String> includable(String set) {
    List<String> names = new ArrayList<>();
    if (tenants) {
      names.add(RuleInclude.PLATFORM);
    }
    draft.document().sets().stream().map(RuleSet::name).forEach(names::add);
    names.remove(set);
    names.removeIf(name -> draft.entries(set).contains(new RuleInclude(name)));
    return names;
  }

  private void askSet() {
    TextField name = new TextField("Name");
    name.setMaxLength(60);
    name.setHelperText("Lower-case letters, digits and hyphens, such as eu-grade.");
    FormDialog dialog =
        new FormDialog(
            "Add rule set",
            "Rules under a name. They hold where the set is included.",
            new FieldErrors().map("name", name));
    form = Optional.of(dialog);
    dialog.with(name).open("Add set", false, () -> after(() -> draft.addSet(name.getValue())));
  }

  private void after(Runnable change) {
    change.run();
    draw();
    changed.ifPresent(Runnable::run);
  }
}
