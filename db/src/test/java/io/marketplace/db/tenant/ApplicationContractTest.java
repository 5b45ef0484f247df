package io.marketplace.db.tenant;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.ApplicationFilter;
import io.marketplace.model.tenant.ApplicationView;
import io.marketplace.model.tenant.ApprovalThresholds;
import io.marketplace.model.tenant.ArchiveApplication;
import io.marketplace.model.tenant.CreateApplication;
import io.marketplace.model.tenant.CreateTeam;
import io.marketplace.model.tenant.CreateTenant;
import io.marketplace.model.tenant.RenameApplication;
import io.marketplace.model.tenant.SetApprovalThresholds;
import io.marketplace.model.tenant.TenantQueries;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApplicationContractTest {

  private Enterprise e;
  private TeamId payments;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
    payments = e.developer.teams().iterator().next();
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  private ApplicationView view(ApplicationId id) {
    return e.get(TenantQueries.class).application(e.developer, id);
  }

  @Test
  void createRenameArchive() {
    ApplicationId id = e.application("Checkout");
    assertThat(view(id).teamName()).isEqualTo("Payments");
    assertThat(view(id).tenantName()).isEqualTo("Retail");
    assertRefused(ProblemCode.CONFLICT, () -> e.application("checkout"))
        .hasMessageContaining("this name already");
    e.get(RenameApplication.class).rename(e.colleague, id, " Till ", "<script>alert(1)</script>");
    assertThat(view(id).name()).isEqualTo("Till");
    assertThat(view(id).description()).isEqualTo("<script>alert(1)</script>");
    e.get(ArchiveApplication.class).archive(e.approver, id);
    e.get(ArchiveApplication.class).archive(e.approver, id);
    assertThat(view(id).archivedAt()).isPresent();
    assertRefused(
        ProblemCode.CONFLICT, () -> e.get(RenameApplication.class).rename(e.admin, id, "x", ""));
    e.application("Till");
  }

  @Test
  void onlyTheTeamApproversAndAdministratorsMay() {
    CreateApplication create = e.get(CreateApplication.class);
    assertRefused(
        ProblemCode.NOT_FOUND, () -> create.create(e.otherDeveloper, payments, "x", null));
    assertRefused(ProblemCode.NOT_FOUND, () -> create.create(e.otherApprover, payments, "x", null));
    assertRefused(ProblemCode.NOT_FOUND, () -> create.create(e.stranger, payments, "x", null));
    assertRefused(ProblemCode.FORBIDDEN, () -> create.create(e.finops, payments, "x", null));
    assertRefused(ProblemCode.FORBIDDEN, () -> create.create(e.auditor, payments, "x", null));
    create.create(e.approver, payments, "by approver", null);
    ApplicationId byAdmin = create.create(e.admin, payments, "by admin", null);
    assertThat(view(byAdmin).tenant()).isEqualTo(e.retail);
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> e.get(TenantQueries.class).application(e.otherDeveloper, byAdmin));
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> e.get(RenameApplication.class).rename(e.otherApprover, byAdmin, "x", ""));
    assertRefused(
        ProblemCode.NOT_FOUND, () -> e.get(ArchiveApplication.class).archive(e.stranger, byAdmin));
  }

  @Test
  void everybodySeesTheirPart() {
    ApplicationId ours = e.application("ours");
    ApplicationId theirs = e.otherApplication("theirs");
    TenantQueries queries = e.get(TenantQueries.class);
    PageRequest page = PageRequest.first(200);
    assertThat(queries.applications(e.finops, ApplicationFilter.LIVE, page).items())
        .extracting(ApplicationView::id)
        .contains(ours, theirs);
    assertThat(queries.applications(e.finops, ApplicationFilter.ACTABLE, page).items()).isEmpty();
    assertThat(queries.applications(e.approver, ApplicationFilter.ACTABLE, page).items())
        .extracting(ApplicationView::id)
        .contains(ours)
        .doesNotContain(theirs);
    assertThat(queries.applications(e.stranger, ApplicationFilter.LIVE, page).items()).isEmpty();
    assertThat(queries.tenants(e.developer, page).items()).hasSize(1);
    assertThat(queries.tenants(e.admin, page).items()).hasSize(2);
  }

  @Test
  void onlyAdministratorsRunTenants() {
    ApprovalThresholds low =
        new ApprovalThresholds(NanoUsd.parse("x", "10"), Sensitivity.CONFIDENTIAL);
    assertRefused(
        ProblemCode.FORBIDDEN,
        () -> e.get(CreateTenant.class).create(e.approver, "new-one", "New", low));
    assertRefused(
        ProblemCode.CONFLICT,
        () -> e.get(CreateTenant.class).create(e.admin, "retail", "Again", low));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () -> e.get(CreateTenant.class).create(e.admin, "Bad Slug", "x", low));
    assertRefused(
        ProblemCode.FORBIDDEN,
        () -> e.get(CreateTeam.class).create(e.approver, e.retail, "pricing", "Pricing"));
    e.get(CreateTeam.class).create(e.admin, e.capital, "pricing", "Pricing");
    assertRefused(
        ProblemCode.FORBIDDEN,
        () -> e.get(SetApprovalThresholds.class).set(e.approver, e.retail, low));
    e.get(SetApprovalThresholds.class).set(e.admin, e.capital, low);
    assertThat(e.get(TenantQueries.class).tenant(e.otherApprover, e.capital).thresholds())
        .isEqualTo(low);
    assertRefused(
        ProblemCode.NOT_FOUND, () -> e.get(TenantQueries.class).tenant(e.approver, e.capital));
  }
}
