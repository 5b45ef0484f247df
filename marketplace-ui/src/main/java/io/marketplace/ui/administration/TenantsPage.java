package io.marketplace.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.tenant.ApprovalThresholds;
import io.marketplace.model.tenant.TeamView;
import io.marketplace.model.tenant.TenantView;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.Code;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
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
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.List;

/** Who lives on the platform, in which teams, and when must two people agree? */
@Route(value = "tenants", layout = PortalLayout.class)
@OpenTo(Role.PLATFORM_ADMIN)
public final class TenantsPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 25;
  private static final int LONGEST = 80;

  private final transient Reader reader;
  private final transient TenantDoor door;
  private final PageHead head = new PageHead("Tenants and teams");
  private final Div tenants = new Div();
  private final Div teams = new Div();
  private final Paged<TenantView> tenantPages;
  private final Paged<TeamView> teamPages;

  /** Takes what is read of tenants and done to them. */
  @Inject
  public TenantsPage(Readers readers, TenantDoor door, LiveUpdates live) {
    this.reader = readers.current();
    this.door = door;
    tenantPages = new Paged<>(PAGE, page -> door.tenants(reader.actor(), page), this::showTenants);
    teamPages = new Paged<>(PAGE, page -> door.teams(reader.actor(), page), this::showTeams);
    Button create = new Button("Create tenant", event -> create());
    create.addThemeName("primary");
    head.answer(
            new AnswerLine()
                .say("Tenants and teams follow the ")
                .figure("groups of your identity provider")
                .say("; people join them when they sign in."))
        .actions(create);
    Div page =
        new Div(
            new LedgerSection("Tenants").with(tenants, tenantPages),
            new LedgerSection("Teams").with(teams, teamPages));
    page.addClassName("stack");
    add(head, page);
    live.follow(this, this::reload, Topic.TENANTS);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    tenantPages.first();
    teamPages.first();
  }

  private void reload() {
    tenantPages.reload();
    teamPages.reload();
  }

  private void showTenants(List<TenantView> rows) {
    tenants.removeAll();
    if (rows.isEmpty()) {
      tenants.add(
          Notice.empty(
              "No tenant yet",
              "A tenant is a part of the enterprise with its own teams, grants, keys and policy. Its short name is the first part of the groups' paths."));
      return;
    }
    DataTable<TenantView> table =
        new DataTable<TenantView>("Tenants: name, size, when two people must agree")
            .parts("Tenant", tenant -> named(tenant.name(), "/" + tenant.slug()))
            .figures("Teams", tenant -> Formats.count(tenant.teams()))
            .figures("Applications", tenant -> Formats.count(tenant.applications()))
            .figures("People", tenant -> Formats.count(tenant.people()))
            .figures(
                "Two approvals above, $ a month",
                tenant -> Formats.amount(tenant.thresholds().budgetAbove()))
            .words("or from data", tenant -> tenant.thresholds().sensitivityFrom().code())
            .parts("", this::actions);
    table.show(rows);
    tenants.add(table);
  }

  private Component actions(TenantView tenant) {
    Button thresholds = new Button("Thresholds", event -> thresholds(tenant));
    Button team = new Button("Add team", event -> addTeam(tenant));
    thresholds.addThemeName("small");
    thresholds.setAriaLabel("Set thresholds of " + tenant.name());
    team.addThemeName("small");
    team.setAriaLabel("Add a team to " + tenant.name());
    Div actions = new Div(thresholds, team);
    actions.addClassName("acts");
    return actions;
  }

  private void showTeams(List<TeamView> rows) {
    teams.removeAll();
    if (rows.isEmpty()) {
      teams.add(
          Notice.empty("No team yet", "Add one to a tenant above, or let its people sign in."));
      return;
    }
    DataTable<TeamView> table =
        new DataTable<TeamView>("Teams: name, tenant, members, applications")
            .parts("Team", team -> named(team.name(), team.slug()))
            .words("Tenant", TeamView::tenantName)
            .figures("Members", team -> Formats.count(team.members()))
            .figures("Applications", team -> Formats.count(team.applications()));
    table.show(rows);
    teams.add(table);
  }

  private static Component named(String name, String slug) {
    Span named = new Span(new Bold(name), new Code(slug));
    named.addClassName("two");
    return named;
  }

  private void create() {
    TextField slug = slug();
    TextField name = name();
    FieldErrors errors = new FieldErrors().map("slug", slug).map("name", name);
    ThresholdFields thresholds = new ThresholdFields(ApprovalThresholds.DEFAULT, errors);
    new FormDialog(
            "Create a tenant",
            "Nobody sees it until people of the group sign in. It starts with the platform's policy and routes.",
            errors)
        .with(name, slug, thresholds)
        .open(
            "Create tenant",
            false,
            () -> {
              door.create(reader.actor(), slug.getValue(), name.getValue(), thresholds.value());
              Outcome.done("Tenant created");
              tenantPages.first();
            });
  }

  private void addTeam(TenantView tenant) {
    TextField slug = slug();
    TextField name = name();
    slug.setHelperText(
        "As in the group /" + tenant.slug() + "/payments: small letters, digits, hyphens.");
    new FormDialog(
            "Add a team to " + tenant.name(),
            "People of the group join it when they sign in next.",
            new FieldErrors().map("slug", slug).map("name", name))
        .with(name, slug)
        .open(
            "Add team",
            false,
            () -> {
              door.addTeam(reader.actor(), tenant.id(), slug.getValue(), name.getValue());
              Outcome.done("Team added");
              tenantPages.reload();
              teamPages.first();
            });
  }

  private void thresholds(TenantView tenant) {
    FieldErrors errors = new FieldErrors();
    ThresholdFields fields = new ThresholdFields(tenant.thresholds(), errors);
    new FormDialog(
            "Two approvals in " + tenant.name(),
            "Holds for requests approved from now on. Approvers of the tenant see it in their inbox.",
            errors)
        .with(fields)
        .open(
            "Set thresholds",
            false,
            () -> {
              door.set(reader.actor(), tenant.id(), fields.value());
              Outcome.done("Thresholds set");
              tenantPages.reload();
            });
  }

  private static TextField slug() {
    TextField slug = new TextField("Short name");
    slug.setMaxLength(40);
    slug.setRequiredIndicatorVisible(true);
    slug.setHelperText("The first part of the groups' paths: small letters, digits, hyphens.");
    return slug;
  }

  private static TextField name() {
    TextField name = new TextField("Name");
    name.setMaxLength(LONGEST);
    name.setRequiredIndicatorVisible(true);
    return name;
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Tenants and teams");
  }
}
