package io.marketplace.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.guard.GuardRule;
import io.marketplace.model.guard.GuardrailQueries;
import io.marketplace.model.guard.GuardrailVersion;
import io.marketplace.model.guard.PutGuardrails;
import io.marketplace.model.guard.ScreenReport;
import io.marketplace.model.guard.Side;
import io.marketplace.model.guard.TestGuardrails;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Topic;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.TenantChoice;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What may not stand in prompts and answers, and what is done about it? */
@Route(value = "guardrails", layout = PortalLayout.class)
@OpenTo({Role.PLATFORM_ADMIN, Role.TENANT_APPROVER, Role.AUDITOR})
public final class GuardrailsPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 20;

  private final transient Reader reader;
  private final transient GuardrailQueries guardrails;
  private final transient PutGuardrails putting;
  private final PageHead head = new PageHead("Guardrails");
  private final transient TestGuardrails testing;
  private final transient Map<TenantId, String> names;
  private final Div now = new Div();
  private final Div versions = new Div();
  private final Paged<GuardrailVersion> pages;
  private transient Optional<GuardRuleList> draft = Optional.empty();

  /** Takes the guardrails' queries, what writes them and what tries them. */
  @Inject
  public GuardrailsPage(
      Readers readers,
      GuardrailQueries guardrails,
      PutGuardrails putting,
      TestGuardrails testing,
      TenantChoice tenants,
      LiveUpdates live) {
    this.reader = readers.current();
    this.guardrails = guardrails;
    this.putting = putting;
    this.testing = testing;
    this.names = tenants.names(reader);
    tenants.offer(head);
    now.addClassName("stack");
    pages = new Paged<>(PAGE, page -> guardrails.versions(reader.viewer(), page), this::show);
    GuardTester tester =
        new GuardTester(
            reader, testing, () -> draft.filter(GuardRuleList::changed).map(GuardRuleList::rules));
    Div page =
        new Div(
            now,
            new LedgerSection("Try it")
                .aside("with the rules above, put in force or not; the text is kept nowhere")
                .with(tester),
            new LedgerSection("Versions")
                .aside("newest first; a version is never changed")
                .with(versions, pages));
    page.addClassName("stack");
    add(head, page);
    live.follow(this, this::follow, Topic.POLICY);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    load();
  }

  /** Somebody's work here is not taken away; putting it in force says what changed meanwhile. */
  private void follow() {
    if (draft.filter(GuardRuleList::busy).isPresent()) {
      pages.reload();
    } else {
      load();
    }
  }

  private void load() {
    boolean platforms = reader.actor().is(Role.PLATFORM_ADMIN);
    Optional<TenantId> tenant = platforms ? reader.looksAt() : reader.viewer().tenant();
    Optional<GuardrailVersion> platform = guardrails.platform(reader.viewer());
    draft = Optional.empty();
    now.removeAll();
    now.add(section("The platform's guardrails", platform, platforms && tenant.isEmpty()));
    int count = rules(platform);
    if (tenant.isPresent()) {
      Optional<GuardrailVersion> own = guardrails.ofTenant(reader.viewer(), tenant.get());
      count += rules(own);
      now.add(
          section(
              "Those of " + name(tenant),
              own,
              reader.actor().is(Role.TENANT_APPROVER) && !platforms));
    }
    head.answer(answer(count));
    pages.first();
  }

  private static int rules(Optional<GuardrailVersion> version) {
    return version.map(found -> found.rules().size()).orElse(0);
  }

  private static AnswerLine answer(int count) {
    AnswerLine answer = new AnswerLine();
    if (count == 0) {
      return answer.say("Prompts and answers pass ").figure("unread").say(": no rule is in force.");
    }
    return answer
        .say("Prompts and answers are read for ")
        .figure(Formats.counted(count, "rule", "rules"))
        .say(". A tenant adds rules; it takes none of the platform's away.");
  }

  private String name(Optional<TenantId> tenant) {
    return tenant.map(id -> names.getOrDefault(id, "a former tenant")).orElse("the platform");
  }

  private LedgerSection section(
      String title, Optional<GuardrailVersion> version, boolean editable) {
    List<GuardRule> inForce = version.map(GuardrailVersion::rules).orElse(List.of());
    LedgerSection section =
        new LedgerSection(title)
            .aside(
                version
                    .map(one -> "version " + one.version() + ", in force")
                    .orElse("none: nothing is read for them"));
    if (!editable) {
      return section.with(new GuardRuleList(inForce, Optional.empty()));
    }
    Div line = new Div();
    line.addClassNames("filters", "below");
    GuardRuleList list =
        new GuardRuleList(
            inForce,
            Optional.of(
                new GuardRuleList.Desk() {
                  @Override
                  public void check(List<GuardRule> rules) {
                    ScreenReport unused =
                        testing.test(
                            reader.actor(), "-", Side.PROMPT, Optional.empty(), Optional.of(rules));
                  }

                  @Override
                  public void changed() {
                    offer(line, title, version);
                  }
                }));
    draft = Optional.of(list);
    offer(line, title, version);
    return section.with(list, line);
  }

  /** What can be done to the draft now. */
  private void offer(Div line, String title, Optional<GuardrailVersion> version) {
    line.removeAll();
    draft.ifPresent(
        list -> {
          line.add(new Button("Add rule", event -> list.ask(Optional.empty())));
          if (list.changed()) {
            Button put = new Button("Put in force", event -> put(title, version, list));
            put.addThemeName("primary");
            line.add(
                State.waiting("Draft, not in force"),
                new Button("Throw the draft away", event -> load()),
                put);
          }
        });
  }

  private void put(String title, Optional<GuardrailVersion> seen, GuardRuleList list) {
    TextField note = new TextField("Why, kept with the version");
    note.setMaxLength(500);
    note.setWidthFull();
    FormDialog dialog =
        new FormDialog(
            "Put a new version in force",
            title
                + ": "
                + Formats.counted(list.rules().size(), "rule", "rules")
                + ". They hold for every call from the next second on, for cached answers too.",
            new FieldErrors().map("note", note));
    dialog
        .with(note)
        .open(
            "Put in force",
            list.rules().isEmpty(),
            () -> {
              GuardrailVersion next =
                  putting.put(
                      reader.actor(),
                      list.rules(),
                      note.getValue(),
                      OptionalInt.of(seen.map(GuardrailVersion::version).orElse(0)));
              Outcome.done("Guardrails version " + next.version() + " are in force");
              load();
            });
  }

  private void show(List<GuardrailVersion> rows) {
    versions.removeAll();
    if (rows.isEmpty()) {
      versions.add(
          Notice.empty(
              "Nobody has written a guardrail yet",
              "A rule looks for bank accounts, cards, secrets, names or whatever you list, and refuses the call, replaces the text or counts it."));
      return;
    }
    DataTable<GuardrailVersion> table =
        new DataTable<GuardrailVersion>("Versions of guardrails: whose, what, why")
            .words("Of", row -> name(row.tenant()))
            .figures("Version", row -> Integer.toString(row.version()))
            .parts("Rules", row -> said(words(row.rules())))
            .parts("Why", row -> said(row.note().isEmpty() ? Formats.UNKNOWN : row.note()))
            .words("By", GuardrailVersion::createdBy)
            .words("On", row -> Formats.moment(row.createdAt(), reader.zone()));
    table.show(rows);
    versions.add(table);
  }

  private static Paragraph said(String words) {
    Paragraph said = new Paragraph(words);
    said.addClassName("said");
    return said;
  }

  private static String words(List<GuardRule> rules) {
    return rules.isEmpty()
        ? "none"
        : rules.stream()
            .map(rule -> rule.name() + ": " + GuardWords.of(rule.action()))
            .collect(Collectors.joining("; "));
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Guardrails");
  }
}
