package io.marketplace.ui.keys;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyRight;
import io.marketplace.model.keys.KeyState;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.keys.Suspension;
import io.marketplace.ui.component.Confirm;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import io.marketplace.ui.component.KeyValues;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.format.Formats;
import java.time.ZoneId;

/** All that is known of a key, and what can be done with it besides rotating it. */
final class KeyDialog {

  private final KeyView key;
  private final KeyDoor door;
  private final ZoneId zone;
  private final Runnable done;
  private final Dialog dialog = new Dialog();

  KeyDialog(KeyView key, KeyDoor door, ZoneId zone, Runnable done) {
    this.key = key;
    this.door = door;
    this.zone = zone;
    this.done = done;
  }

  void open() {
    dialog.setHeaderTitle(key.name());
    dialog.addClassName("wide");
    dialog.add(facts());
    Div acts = new Div();
    acts.addClassName("acts");
    if (KeyFilter.LIVE.contains(key.state())) {
      if (key.state() == KeyState.SUSPENDED) {
        key.suspension().ifPresent(suspension -> offer(acts, suspension));
      } else {
        if (key.parent().isEmpty()) {
          acts.add(button("Create sub-key", () -> new SubKeyDialog(key, door, zone, done).open()));
        }
        acts.add(button("Suspend", this::suspend));
      }
      Button revoke = button("Revoke", () -> revoke(key, door, done));
      revoke.addThemeName("error");
      acts.add(revoke);
    }
    dialog.getFooter().add(new Button("Close", event -> dialog.close()), acts);
    dialog.open();
  }

  /** Who may not resume it is told who may; who stands above that one may hold it besides. */
  private void offer(Div acts, Suspension suspension) {
    KeyRight right = door.right();
    if (right.atLeast(suspension.right())) {
      acts.add(button("Resume", this::resume));
    }
    if (!suspension.right().atLeast(right)) {
      acts.add(button("Keep suspended", this::suspend));
    }
  }

  private KeyValues facts() {
    KeyValues facts = new KeyValues().row("Application", key.applicationName());
    facts.row("May call", KeyWords.mayCall(key));
    KeyWords.narrowings(key.scope()).forEach(facts::row);
    facts.row(
        "Data", "counts as " + key.sensitivity().code() + " at least, whatever a call declares");
    KeyWords.pinned(key).forEach(facts::row);
    facts.row("Expires", KeyWords.expires(key, zone));
    facts.row("Created", Formats.moment(key.createdAt(), zone));
    key.suspension()
        .ifPresent(suspension -> facts.row("Suspended", KeyWords.suspended(suspension, zone)));
    key.revokedAt()
        .ifPresent(
            at ->
                facts.row(
                    "Revoked",
                    Formats.moment(at, zone)
                        + key.revokedReason().map(why -> ": " + why).orElse("")));
    if (key.parent().isPresent()) {
      facts.row("Sub-key", "stops with the key it was created from");
    } else if (key.subKeys() > 0) {
      facts.row("Sub-keys", Formats.counted(key.subKeys(), "sub-key", "sub-keys"));
    }
    facts.row("History", new Anchor("audit?type=key&id=" + key.id(), "Who changed it"));
    return facts;
  }

  private Button button(String verb, Runnable action) {
    return new Button(
        verb,
        event -> {
          dialog.close();
          action.run();
        });
  }

  private void suspend() {
    TextField reason = new TextField("Reason");
    reason.setMaxLength(500);
    new FormDialog(
            "Suspend " + key.name() + "?",
            "Calls with it and its sub-keys are refused within a second until it is resumed: "
                + KeyWords.resumes(door.right())
                + " may do so.",
            new FieldErrors().map("reason", reason))
        .with(reason)
        .open(
            "Suspend key",
            true,
            () -> {
              door.suspend(key.id(), reason.getValue());
              Outcome.done("Key suspended");
              done.run();
            });
  }

  private void resume() {
    Confirm.ask(
        "Resume " + key.name() + "?",
        "Its secrets and sub-keys work again within a second.",
        "Resume key",
        () -> {
          door.resume(key.id());
          Outcome.done("Key resumed");
          done.run();
        });
  }

  static void revoke(KeyView key, KeyDoor door, Runnable done) {
    TextField reason = new TextField("Reason");
    reason.setMaxLength(500);
    String subKeys =
        key.subKeys() == 0
            ? ""
            : " So are its " + Formats.counted(key.subKeys(), "sub-key", "sub-keys") + ".";
    new FormDialog(
            "Revoke " + key.name() + "?",
            "Calls with "
                + KeyWords.hint(key)
                + " are refused within a second, everywhere and for good."
                + subKeys
                + " "
                + key.applicationName()
                + " needs another key to go on.",
            new FieldErrors().map("reason", reason))
        .with(reason)
        .open(
            "Revoke key",
            true,
            () -> {
              door.revoke(key.id(), reason.getValue());
              Outcome.done("Key revoked");
              done.run();
            });
  }
}
