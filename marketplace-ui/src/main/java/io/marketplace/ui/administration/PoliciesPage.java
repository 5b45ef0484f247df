package io.marketplace.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.policy.PolicyQueries;
import io.marketplace.model.policy.PolicyRule;
import io.marketplace.model.policy.PolicyVersion;
import io.marketplace.model.policy.PutPolicy;
import io.marketplace.model.routing.Provider;
import io.marketplace.model.routing.RoutingQueries;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which data may go where, by the platform's policy and the tenant's own? */
@Route(value = "policies", layout = PortalLayout.class)
@OpenTo({Role.PLATFORM_ADMIN, Role.TENANT_APPROVER, Role.AUDITOR})
public final class PoliciesPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 20;

  private final transient Reader reader;
  private final transient PolicyQueries policies;
  private final transient PutPolicy putting;
  private final transient RoutingQueries routing;
  private final PageHead head = new PageHead("Policies");
  private final Div now = new Div();
  private final Div versions = new Div();
  private final Paged<PolicyVersion> pages;

  /** Takes the policies' queries and what writes them. */
  @Inject
  public PoliciesPage(
      Readers readers, PolicyQueries policies, PutPolicy putting, RoutingQueries routing) {
    this.reader = readers.current();
    this.policies = policies;
    this.putting = putting;
    this.routing = routing;
    now.addClassName("stack");
    pages = new Paged<>(PAGE, page -> policies.versions(reader.actor(), page), this::show);
    Div page =
        new Div(
            now,
            new LedgerSection("Versions")
                .aside("newest first; a version is never changed")
                .with(versions, pages));
    page.addClassName("stack");
    add(head, page);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    load();
  }

  private void load() {
    PolicyVersion platform = policies.platform(reader.actor());
    head.answer(
        new AnswerLine()
            .say("What no rule allows is ")
            .figure("denied")
            .say(". A tenant's policy can only be stricter than the platform's."));
    now.removeAll();
    Set<String> places = places();
    boolean admin = reader.actor().is(Role.PLATFORM_ADMIN);
    now.add(
        section("The platform's policy", Optional.of(platform), platform.rules(), places, admin));
    reader
        .actor()
        .tenant()
        .filter(tenant -> !admin)
        .ifPresent(
            tenant -> {
              Optional<PolicyVersion> own = policies.ofTenant(reader.actor(), tenant);
              now.add(
                  section(
                      "Your tenant's own",
                      own,
                      own.map(PolicyVersion::rules).orElse(platform.rules()),
                      places,
                      reader.actor().is(Role.TENANT_APPROVER)));
            });
    pages.first();
  }

  private Set<String> places() {
    Set<String> places = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    routing.providers(reader.actor(), PageRequest.first(PageRequest.MAX)).items().stream()
        .map(Provider::jurisdiction)
        .forEach(places::add);
    return places;
  }

  private LedgerSection section(
      String title,
      Optional<PolicyVersion> version,
      List<PolicyRule> rules,
      Set<String> places,
      boolean editable) {
    PolicyMatrix matrix = new PolicyMatrix(editable);
    matrix.show(rules, places);
    LedgerSection section =
        new LedgerSection(title)
            .aside(
                version
                    .filter(one -> one.version() > 0)
                    .map(one -> "version " + one.version() + ", in force")
                    .orElse("none: the platform's holds"))
            .with(matrix);
    return editable ? section.with(editor(title, version, matrix)) : section;
  }

  private Div editor(String title, Optional<PolicyVersion> version, PolicyMatrix matrix) {
    TextField place = new TextField("Another jurisdiction");
    place.setMaxLength(40);
    FieldErrors errors = new FieldErrors().map("jurisdiction", place);
    Button add = new Button("Add column");
    add.addClickListener(
        event ->
            errors.run(
                () -> {
                  matrix.addPlace(Input.line("jurisdiction", place.getValue(), 40));
                  place.clear();
                }));
    Button put = new Button("Put in force");
    put.addThemeName("primary");
    put.addClickListener(event -> put(title, version, matrix.rules()));
    Div line = new Div(place, add, put);
    line.addClassNames("filters", "below");
    return line;
  }

  private void put(String title, Optional<PolicyVersion> seen, List<PolicyRule> rules) {
    TextField note = new TextField("Why, kept with the version");
    note.setMaxLength(500);
    note.setWidthFull();
    String words = rules.isEmpty() ? "Every call is denied." : words(rules) + ".";
    FormDialog dialog =
        new FormDialog(
            "Put a new version in force",
            title
                + ": "
                + words
                + " It holds for every call from the next second on, cached answers among them. Auditors and approvers see it here.",
            new FieldErrors().map("note", note));
    dialog
        .with(note)
        .open(
            "Put in force",
            rules.isEmpty(),
            () -> {
              int version = seen.map(PolicyVersion::version).orElse(0);
              PolicyVersion next =
                  putting.put(reader.actor(), rules, note.getValue(), OptionalInt.of(version));
              Outcome.done("Policy version " + next.version() + " is in force");
              load();
            });
  }

  private void show(List<PolicyVersion> rows) {
    versions.removeAll();
    DataTable<PolicyVersion> table =
        new DataTable<PolicyVersion>("Versions of policies: whose, what, why")
            .words("Of", row -> row.tenant().isPresent() ? "a tenant" : "the platform")
            .figures("Version", row -> Integer.toString(row.version()))
            .parts("Allows", row -> said(words(row.rules())))
            .parts("Why", row -> said(row.note().isEmpty() ? Formats.UNKNOWN : row.note()))
            .words("By", PolicyVersion::createdBy)
            .words("On", row -> Formats.moment(row.createdAt(), reader.zone()));
    table.show(rows);
    versions.add(table);
  }

  private static Paragraph said(String words) {
    Paragraph said = new Paragraph(words);
    said.addClassName("said");
    return said;
  }

  private static String words(List<PolicyRule> rules) {
    return rules.isEmpty()
        ? "nothing"
        : rules.stream()
            .map(
                rule ->
                    rule.sensitivity().code() + " to " + String.join(", ", rule.jurisdictions()))
            .collect(Collectors.joining("; "));
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Policies");
  }
}
