package io.marketplace.ui.keys;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.marketplace.model.keys.CheckLeak;
import io.marketplace.model.keys.KeyState;
import io.marketplace.model.keys.LeakFinding;
import io.marketplace.model.keys.SecretHolder;
import io.marketplace.ui.component.Confirm;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.State;
import java.util.List;

/** Looks for secrets in something that was found, and offers to revoke their keys. */
final class LeakDialog {

  private final KeyDoor door;
  private final Runnable done;
  private final Dialog dialog = new Dialog();
  private final TextArea text = new TextArea("What was found");
  private final Div result = new Div();
  private final FieldErrors errors = new FieldErrors().map("text", text);

  LeakDialog(KeyDoor door, Runnable done) {
    this.door = door;
    this.done = done;
  }

  void open() {
    dialog.setHeaderTitle("Check for leaked keys");
    dialog.addClassName("wide");
    text.setHelperText("A log, a commit, a message, or the secret itself. It is not kept.");
    text.setMaxLength(CheckLeak.LONGEST);
    text.setMinHeight("8em");
    text.setMaxHeight("16em");
    text.addClassName("code");
    result.getElement().setAttribute("aria-live", "polite");
    Div form = new Div(text, result);
    form.addClassName("form");
    dialog.add(form);
    Button check = new Button("Check", event -> errors.run(this::check));
    check.addThemeName("primary");
    dialog.getFooter().add(new Button("Close", event -> dialog.close()), check);
    dialog.open();
  }

  private void check() {
    result.removeAll();
    List<LeakFinding> findings = door.check(text.getValue());
    if (findings.isEmpty()) {
      result.add(
          Notice.empty(
              "No key of this marketplace",
              "Nothing in the text begins with mk_live_ and has a key's form."));
      return;
    }
    DataTable<LeakFinding> table =
        new DataTable<LeakFinding>("What looks like keys")
            .words("Secret", LeakFinding::hint)
            .words("Key", LeakDialog::key)
            .parts("State", LeakDialog::state)
            .parts("", this::action);
    table.show(findings);
    result.add(table);
    if (findings.stream().anyMatch(one -> one.genuine() && one.holder().isEmpty())) {
      result.add(
          new Paragraph(
              "A secret that is genuine but unknown may be another team's. Tell your approver."));
    }
  }

  private static String key(LeakFinding finding) {
    return finding
        .holder()
        .map(holder -> holder.key().name() + " of " + holder.key().applicationName())
        .orElse(finding.genuine() ? "none that you see" : "none: the checksum is wrong");
  }

  private static State state(LeakFinding finding) {
    if (finding.holder().isPresent()) {
      return finding.holder().get().live()
          ? State.trouble("Live: whoever has it can call")
          : State.good("Works no more");
    }
    return finding.genuine() ? State.warning("Genuine") : State.nothing("Not a key");
  }

  private Div action(LeakFinding finding) {
    Div acts = new Div();
    acts.addClassNames("acts", "row");
    finding
        .holder()
        .filter(holder -> holder.key().state() != KeyState.REVOKED)
        .ifPresent(holder -> acts.add(revoke(holder)));
    return acts;
  }

  private Button revoke(SecretHolder holder) {
    Button revoke =
        new Button(
            "Revoke key",
            event ->
                Confirm.ask(
                    "Revoke " + holder.key().name() + "?",
                    "All its secrets and sub-keys are refused within a second, everywhere and for good. "
                        + holder.key().applicationName()
                        + " needs another key to go on.",
                    "Revoke key",
                    () -> {
                      door.revoke(holder.key().id(), "leaked");
                      Outcome.done("Key revoked");
                      done.run();
                      check();
                    }));
    revoke.addThemeNames("small", "error");
    return revoke;
  }
}
