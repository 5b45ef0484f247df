package io.marketplace.ui.keys;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.keys.KeyState;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.keys.SecretView;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.Confirm;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.TenantChoice;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Which keys live, which stop, and who still uses an old one? */
@OpenTo({Role.DEVELOPER, Role.TENANT_APPROVER, Role.PLATFORM_ADMIN})
@Route(value = "keys", layout = PortalLayout.class)
public final class KeysPage extends Div implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 20;

  /** Rotations drawn at once; more are in the table. */
  private static final int MOST_ROTATIONS = 5;

  private final transient Reader reader;
  private final transient KeyQueries keys;
  private final transient KeyDoor door;
  private final PageHead head = new PageHead("Keys");
  private final Checkbox stopped = new Checkbox("Show stopped keys");
  private final Div body = new Div();
  private final Div rotations = new Div();
  private final DataTable<KeyView> table;
  private final Paged<KeyView> pages;

  /** Takes the queries and use cases of keys. */
  @Inject
  public KeysPage(
      Readers readers, KeyQueries keys, KeyDoor door, TenantChoice tenants, LiveUpdates live) {
    this.reader = readers.current();
    this.keys = keys;
    this.door = door;
    this.table = new KeyTable(door, reader.zone(), this::refresh).table();
    this.pages = new Paged<>(PAGE, this::page, this::show);
    tenants.offer(head);
    head.actions(
        new Button("Check for leaks", event -> new LeakDialog(door, this::refresh).open()),
        new Button(
            "Revoke several", event -> new RevokeDialog(door, reader.zone(), this::refresh).open()),
        create());
    stopped.addValueChangeListener(event -> pages.first());
    rotations.addClassName("rotations");
    add(head, new LedgerSection("Keys").aside(stopped).with(body, pages), rotations);
    live.follow(this, this::refresh, Topic.KEYS);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    refresh();
  }

  private void refresh() {
    pages.reload();
    List<KeyView> rotating =
        keys.keys(
                reader.viewer(),
                KeyFilter.ALL.in(Set.of(KeyState.ROTATING)),
                PageRequest.first(MOST_ROTATIONS))
            .items();
    rotations.removeAll();
    rotating.forEach(key -> rotations.add(rotation(key)));
    Page<KeyView> living =
        keys.keys(
            reader.viewer(), KeyFilter.ALL.in(KeyFilter.LIVE), PageRequest.first(PageRequest.MAX));
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
    return keys.keys(
        reader.viewer(),
        stopped.getValue() ? KeyFilter.ALL : KeyFilter.ALL.in(KeyFilter.LIVE),
        request);
  }

  private LedgerSection rotation(KeyView key) {
    Button stop =
        new Button(
            "Stop old now",
            event ->
                Confirm.ask(
                    "Stop the old secret of " + key.name() + "?",
                    "Calls with "
                        + key.old().map(SecretView::hint).orElse("it")
                        + " are refused within a second; "
                        + KeyWords.hint(key)
                        + " works on.",
                    "Stop old secret",
                    () -> {
                      door.stopOld(key.id());
                      Outcome.done("Old secret stopped");
                      refresh();
                    }));
    stop.addThemeName("small");
    return new LedgerSection("Rotation of " + key.name())
        .aside(stop)
        .with(new RotationTimeline(key, Clock.systemUTC().instant(), reader.zone()));
  }

  private void show(List<KeyView> rows) {
    body.removeAll();
    if (rows.isEmpty()) {
      body.add(
          Notice.empty(
              "No keys yet",
              "A key lets an application or a team call the tiers it was granted. It is shown once, when it is created.",
              create()));
      return;
    }
    table.show(rows);
    body.add(table);
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
