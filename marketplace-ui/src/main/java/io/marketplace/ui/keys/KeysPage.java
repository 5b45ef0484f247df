package io.marketplace.ui.keys;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.keys.KeyState;
import io.marketplace.model.keys.KeyView;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.Code;
import io.marketplace.ui.component.Confirm;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.component.Small;
import io.marketplace.ui.component.TierMark;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which keys live, which stop, and who still uses an old one? */
@OpenTo({Role.DEVELOPER, Role.TENANT_APPROVER, Role.PLATFORM_ADMIN})
@Route(value = "keys", layout = PortalLayout.class)
public final class KeysPage extends Div implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 20;

  private static final Set<KeyState> LIVE = KeyFilter.LIVE;

  private final transient Reader reader;
  private final transient KeyQueries keys;
  private final transient KeyDoor door;
  private final PageHead head = new PageHead("Keys");
  private final Checkbox stopped = new Checkbox("Show stopped keys");
  private final Div body = new Div();
  private final DataTable<KeyView> table;
  private final Paged<KeyView> pages;

  /** Takes the queries and use cases of keys. */
  @Inject
  public KeysPage(Readers readers, KeyQueries keys, KeyDoor door, LiveUpdates live) {
    this.reader = readers.current();
    this.keys = keys;
    this.door = door;
    this.table = table();
    this.pages = new Paged<>(PAGE, this::page, this::show);
    head.actions(create());
    stopped.addValueChangeListener(event -> pages.first());
    add(head, new LedgerSection("Keys").aside(stopped).with(body, pages));
    live.follow(this, this::refresh, Topic.KEYS);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    refresh();
  }

  private void refresh() {
    pages.reload();
    List<KeyView> rotating =
        keys.keys(reader.actor(), filter(Set.of(KeyState.ROTATING)), PageRequest.first(1)).items();
    Page<KeyView> living =
        keys.keys(reader.actor(), filter(LIVE), PageRequest.first(PageRequest.MAX));
    int count = living.items().size();
    AnswerLine line = new AnswerLine();
    line.figure(
            count == 0
                ? "No key"
                : (living.more() ? "More than " : "") + Formats.counted(count, "key", "keys"))
        .say(count <= 1 ? " is live." : " are live.");
    rotating.stream()
        .findFirst()
        .ifPresent(
            key ->
                line.say(" The old secret of ")
                    .figure(key.name())
                    .say(" still works; " + lastUse(key)));
    head.answer(line);
  }

  private String lastUse(KeyView key) {
    return key.old()
            .flatMap(old -> old.lastUsedAt())
            .map(at -> "it was last used " + Formats.moment(at, reader.zone()))
            .orElse("nobody has used it since it was made")
        + ".";
  }

  private Page<KeyView> page(PageRequest request) {
    return keys.keys(reader.actor(), stopped.getValue() ? KeyFilter.ALL : filter(LIVE), request);
  }

  private static KeyFilter filter(Set<KeyState> states) {
    return KeyFilter.ALL.in(states);
  }

  private void show(List<KeyView> rows) {
    body.removeAll();
    if (rows.isEmpty()) {
      body.add(
          Notice.empty(
              "No keys yet",
              "A key lets an application call the tiers it was granted. It is shown once, when it is created.",
              create()));
      return;
    }
    table.show(rows);
    body.add(table);
  }

  private DataTable<KeyView> table() {
    return new DataTable<KeyView>("Keys with what they may call, their use and their state")
        .parts("Key", this::name)
        .words("Application", key -> key.applicationName() + ", " + key.teamName())
        .parts("May call", KeysPage::mayCall)
        .words("Created", key -> Formats.date(key.createdAt(), reader.zone()))
        .words(
            "Expires",
            key ->
                key.expiresAt()
                    .map(end -> Formats.date(end, reader.zone()))
                    .orElse("with its grants"))
        .figures("Calls", KeyWords::calls)
        .words("Last used", key -> KeyWords.lastUse(key, reader.zone()))
        .parts("State", key -> KeyWords.state(key, Clock.systemUTC().instant(), reader.zone()))
        .parts("", this::actions)
        .mark(key -> key.state() == KeyState.ROTATING);
  }

  private Component name(KeyView key) {
    Span two = new Span(new Code(KeyWords.hint(key)), new Small(key.name()));
    two.addClassName("two");
    key.old().ifPresent(old -> two.add(new Small(KeyWords.overlap(old, reader.zone()))));
    return two;
  }

  private static Component mayCall(KeyView key) {
    Span marks = new Span();
    marks.addClassName("tw");
    key.tiers().forEach(tier -> marks.add(new TierMark(tier.code())));
    marks.add(new Span(key.tiers().stream().map(Tier::code).collect(Collectors.joining(", "))));
    return marks;
  }

  private Component actions(KeyView key) {
    Div acts = new Div();
    acts.addClassNames("acts", "row");
    if (LIVE.contains(key.state())) {
      Button rotate =
          new Button("Rotate", event -> RotateDialog.open(key, door, reader.zone(), this::refresh));
      rotate.addThemeName("small");
      rotate.setAriaLabel("Rotate " + key.name());
      Button revoke = new Button("Revoke", event -> revoke(key));
      revoke.addThemeNames("small", "error");
      revoke.setAriaLabel("Revoke " + key.name());
      acts.add(rotate, revoke);
    }
    return acts;
  }

  private void revoke(KeyView key) {
    Confirm.ask(
        "Revoke " + key.name() + "?",
        "Calls with "
            + KeyWords.hint(key)
            + " are refused within a second, everywhere and for good. "
            + key.applicationName()
            + " needs another key to go on.",
        "Revoke key",
        () -> {
          door.revoke(key.id());
          Outcome.done("Key revoked");
          refresh();
        });
  }

  private Button create() {
    Button button =
        new Button(
            "Create key", event -> new IssueDialog(door, reader.zone(), this::refresh).open());
    button.addThemeName("primary");
    return button;
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Keys");
  }
}
