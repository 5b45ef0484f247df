package io.marketplace.db.seed;

import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.tenant.ApprovalThresholds;
import io.marketplace.model.tenant.CreateApplication;
import io.marketplace.model.tenant.CreateTeam;
import io.marketplace.model.tenant.CreateTenant;
import java.util.Optional;

/** Sets up the demo's tenants, teams and applications, where they are not there yet. */
final class DemoTenants {

  private final Work work;
  private final Sql sql;
  private final CreateTenant createTenant;
  private final CreateTeam createTeam;
  private final CreateApplication createApplication;
  private final DemoPeople people;

  DemoTenants(
      Work work,
      Sql sql,
      CreateTenant createTenant,
      CreateTeam createTeam,
      CreateApplication createApplication,
      DemoPeople people) {
    this.work = work;
    this.sql = sql;
    this.createTenant = createTenant;
    this.createTeam = createTeam;
    this.createApplication = createApplication;
    this.people = people;
  }

  DemoTenant.Ready setUp(Actor administrator, DemoTenant demo) {
    TenantId tenant =
        tenant(demo.slug())
            .orElseGet(
                () ->
                    createTenant.create(
                        administrator, demo.slug(), demo.name(), ApprovalThresholds.DEFAULT));
    for (DemoTenant.DemoTeam team : demo.teams()) {
      if (team(tenant, team.slug()).isEmpty()) {
        createTeam.create(administrator, tenant, team.slug(), team.name());
      }
    }
    String first = demo.teams().getFirst().slug();
    TeamId team = team(tenant, first).orElseThrow();
    Actor developer = people.developer(demo.slug(), first);
    ApplicationId application =
        application(team, demo.application())
            .orElseGet(
                () ->
                    createApplication.create(
                        developer,
                        team,
                        demo.application(),
                        "The demo's application: the key that the start prints belongs to it."));
    return new DemoTenant.Ready(developer, people.approver(demo.slug()), application);
  }

  private Optional<TenantId> tenant(String slug) {
    return work.in(
        Scope.PLATFORM,
        () ->
            sql.one("select id from tenant where slug = ?", row -> new TenantId(row.id(1)), slug));
  }

  private Optional<TeamId> team(TenantId tenant, String slug) {
    return work.in(
        Scope.PLATFORM,
        () ->
            sql.one(
                "select id from team where tenant_id = ? and slug = ?",
                row -> new TeamId(row.id(1)),
                tenant.value(),
                slug));
  }

  // An archived one stays archived: whoever archived it did not want it back at the next start.
  private Optional<ApplicationId> application(TeamId team, String name) {
    return work.in(
        Scope.PLATFORM,
        () ->
            sql.one(
                "select id from application where team_id = ? and name = ? order by id limit 1",
                row -> new ApplicationId(row.id(1)),
                team.value(),
                name));
  }
}
