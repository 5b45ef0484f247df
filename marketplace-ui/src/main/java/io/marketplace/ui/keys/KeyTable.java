package io.marketplace.ui.keys;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyState;
import io.marketplace.model.keys.KeyView;
import io.marketplace.ui.component.Code;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.Small;
import io.marketplace.ui.component.TierMark;
import io.marketplace.ui.format.Formats;
import java.time.Clock;
import java.time.ZoneId;
import java.util.stream.Collectors;

/** Keys as rows. */
final class KeyTable {

  private final KeyDoor door;
  private final ZoneId zone;
  private final Runnable done;

  KeyTable(KeyDoor door, ZoneId zone, Runnable done) {
    this.door = door;
    this.zone = zone;
    this.done = done;
  }

  DataTable<KeyView> table() {
    DataTable<KeyView> table =
        new DataTable<KeyView>("Keys with what they may call, their use and their state")
            .parts("Key", this::name)
            .words("Application", key -> key.applicationName() + ", " + key.teamName())
            .parts("May call", KeyTable::reach)
            .parts("Expires", this::life)
            .figures("Calls", KeyWords::calls)
            .words("Last used", key -> KeyWords.lastUse(key, zone))
            .parts("State", key -> KeyWords.state(key, Clock.systemUTC().instant(), zone))
            .parts("", this::actions)
            .mark(key -> key.state() == KeyState.ROTATING);
    table.addClassName("keylist");
    return table;
  }

  private Component name(KeyView key) {
    Span two = new Span(new Code(KeyWords.hint(key)), new Small(key.name()));
    two.addClassName("two");
    KeyWords.whose(key).ifPresent(whose -> two.add(new Small(whose)));
    key.old().ifPresent(old -> two.add(new Small(KeyWords.overlap(old, zone))));
    return two;
  }

  private Component life(KeyView key) {
    Span two =
        new Span(
            new Span(KeyWords.expires(key, zone)),
            new Small("since " + Formats.date(key.createdAt(), zone)));
    two.addClassName("two");
    return two;
  }

  private static Component reach(KeyView key) {
    Span marks = new Span();
    marks.addClassName("tw");
    key.tiers().forEach(tier -> marks.add(new TierMark(tier.code())));
    marks.add(new Span(key.tiers().stream().map(Tier::code).collect(Collectors.joining(", "))));
    if (KeyWords.narrowings(key.scope()).isEmpty()) {
      return marks;
    }
    Span two = new Span(marks, new Small(KeyWords.narrowed(key.scope())));
    two.addClassName("two");
    return two;
  }

  private Component actions(KeyView key) {
    Div acts = new Div();
    acts.addClassNames("acts", "row");
    if (KeyFilter.LIVE.contains(key.state()) && key.state() != KeyState.SUSPENDED) {
      acts.add(small("Rotate", key, () -> RotateDialog.open(key, door, zone, done)));
    }
    if (KeyFilter.LIVE.contains(key.state())) {
      Button revoke = small("Revoke", key, () -> KeyDialog.revoke(key, door, done));
      revoke.addThemeName("error");
      acts.add(revoke);
    }
    acts.add(small("More", key, () -> new KeyDialog(key, door, zone, done).open()));
    return acts;
  }

  private static Button small(String verb, KeyView key, Runnable action) {
    Button button = new Button(verb, event -> action.run());
    button.addThemeName("small");
    button.setAriaLabel(verb.equals("More") ? "More about " + key.name() : verb + " " + key.name());
    return button;
  }
}
