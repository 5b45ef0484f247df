package io.marketplace.db.tenant;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sight;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.ApplicationFilter;
import io.marketplace.model.tenant.ApplicationView;
import io.marketplace.model.tenant.ApprovalThresholds;
import io.marketplace.model.tenant.TeamView;
import io.marketplace.model.tenant.TenantQueries;
import io.marketplace.model.tenant.TenantView;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads tenants, teams and applications. */
@Singleton
public final class SqlTenantQueries implements TenantQueries {

  private static final String TENANTS =
      """
      select t.id, t.slug, t.name, t.second_approval_above_nano, t.second_approval_from,
        t.created_at,
        (select count(*) from team x where x.tenant_id = t.id),
        (select count(*) from application x where x.tenant_id = t.id and x.archived_at is null),
        (select count(*) from person x where x.tenant_id = t.id)
      from tenant t
      """;

  private static final String TEAMS =
      """
      select m.id, m.slug, m.name, t.id, t.name,
        (select count(*) from team_member x where x.team_id = m.id),
        (select count(*) from application x where x.team_id = m.id and x.archived_at is null)
      from team m join tenant t on t.id = m.tenant_id
      where (? or m.id = any(?))
      """;

  private static final String APPLICATIONS =
      """
      select a.id, a.name, a.description, m.id, m.name, t.id, t.name, a.created_at, a.archived_at,
        (select count(*) from access_grant g where g.application_id = a.id and g.state = 'active'
          and (g.until is null or g.until > now())),
        (select count(*) from virtual_key k where k.application_id = a.id and k.state = 'active'
          and (k.expires_at is null or k.expires_at > now())),
        a.of_team
      from application a join team m on m.id = a.team_id join tenant t on t.id = a.tenant_id
      where (? or a.team_id = any(?))
      """;

  private final Work work;
  private final Sql sql;

  /** Reads within {@code work}. */
  @Inject
  public SqlTenantQueries(Work work, Sql sql) {
    this.work = work;
    this.sql = sql;
  }

  @Override
  public Page<TenantView> tenants(Actor actor, PageRequest page) {
    return work.in(
        actor.scope(),
        () -> sql.page(page, TENANTS + " order by t.name, t.id", SqlTenantQueries::tenant));
  }

  @Override
  public TenantView tenant(Actor actor, TenantId id) {
    return work.in(
        actor.scope(),
        () ->
            sql.one(TENANTS + " where t.id = ?", SqlTenantQueries::tenant, id.value())
                .orElseThrow(() -> notFound("tenant")));
  }

  @Override
  public Page<TeamView> teams(Actor actor, PageRequest page) {
    Sight sight = Sight.of(actor);
    return work.in(
        actor.scope(),
        () ->
            sql.page(
                page,
                TEAMS + " order by t.name, m.name, m.id",
                SqlTenantQueries::team,
                sight.whole(),
                sight.teams()));
  }

  @Override
  public TeamView team(Actor actor, TeamId id) {
    Sight sight = Sight.of(actor);
    return work.in(
        actor.scope(),
        () ->
            sql.one(
                    TEAMS + " and m.id = ?",
                    SqlTenantQueries::team,
                    sight.whole(),
                    sight.teams(),
                    id.value())
                .orElseThrow(() -> notFound("team")));
  }

  @Override
  public Page<ApplicationView> applications(
      Actor actor, ApplicationFilter filter, PageRequest page) {
    Sight sight = filter.actable() ? Sight.ofActing(actor) : Sight.of(actor);
    var text = filter.text().map(Sql::contains);
    return work.in(
        actor.scope(),
        () ->
            sql.page(
                page,
                APPLICATIONS
                    + """
                      and (?::uuid is null or a.tenant_id = ?)
                      and (?::uuid is null or a.team_id = ?)
                      and (?::text is null or a.name ilike ? or a.description ilike ?)
                      and (? or a.archived_at is null)
                      order by lower(a.name), a.id
                      """,
                SqlTenantQueries::application,
                sight.whole(),
                sight.teams(),
                filter.tenant().map(TenantId::value),
                filter.tenant().map(TenantId::value),
                filter.team().map(TeamId::value),
                filter.team().map(TeamId::value),
                text,
                text,
                text,
                filter.archived()));
  }

  @Override
  public ApplicationView application(Actor actor, ApplicationId id) {
    Sight sight = Sight.of(actor);
    return work.in(
        actor.scope(),
        () ->
            sql.one(
                    APPLICATIONS + " and a.id = ?",
                    SqlTenantQueries::application,
                    sight.whole(),
                    sight.teams(),
                    id.value())
                .orElseThrow(() -> notFound("application")));
  }

  @Override
  public Optional<String> startPage(Actor actor) {
    return work.in(
        actor.scope(),
        () ->
            sql.one(
                    "select preferences ->> 'startPage' from person where id = ?",
                    row -> row.optionalText(1),
                    actor.person().value())
                .flatMap(kept -> kept));
  }

  private static TenantView tenant(Row row) {
    return new TenantView(
        new TenantId(row.id(1)),
        row.text(2),
        row.text(3),
        new ApprovalThresholds(
            new NanoUsd(row.number(4)), Sensitivity.of(row.text(5)).orElseThrow()),
        row.moment(6),
        row.number(7),
        row.number(8),
        row.number(9));
  }

  private static TeamView team(Row row) {
    return new TeamView(
        new TeamId(row.id(1)),
        row.text(2),
        row.text(3),
        new TenantId(row.id(4)),
        row.text(5),
        row.number(6),
        row.number(7));
  }

  private static ApplicationView application(Row row) {
    return new ApplicationView(
        new ApplicationId(row.id(1)),
        row.text(2),
        row.text(3),
        new TeamId(row.id(4)),
        row.text(5),
        new TenantId(row.id(6)),
        row.text(7),
        row.moment(8),
        row.optionalMoment(9),
        row.number(10),
        row.number(11),
        row.flag(12));
  }

  private static MarketplaceException notFound(String what) {
    return new MarketplaceException(
        ProblemCode.NOT_FOUND, "There is no " + what + " of this identifier.");
  }
}
