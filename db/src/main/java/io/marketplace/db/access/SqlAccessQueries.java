package io.marketplace.db.access;

import io.marketplace.db.kernel.Sight;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.access.AccessQueries;
import io.marketplace.model.access.GrantFilter;
import io.marketplace.model.access.GrantId;
import io.marketplace.model.access.GrantState;
import io.marketplace.model.access.GrantView;
import io.marketplace.model.access.InboxCounts;
import io.marketplace.model.access.RequestFilter;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.access.RequestState;
import io.marketplace.model.access.RequestView;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads requests and grants. */
@Singleton
public final class SqlAccessQueries implements AccessQueries {

  private final Work work;
  private final Sql sql;

  /** Reads within {@code work}. */
  @Inject
  public SqlAccessQueries(Work work, Sql sql) {
    this.work = work;
    this.sql = sql;
  }

  @Override
  public Page<RequestView> requests(Actor actor, RequestFilter filter, PageRequest page) {
    if (filter.decidable() && !decides(actor)) {
      return new Page<>(List.of(), false);
    }
    Sight sight = Sight.of(actor);
    var me = actor.person().value();
    var states = filter.states().stream().map(RequestState::code).toList();
    var application = filter.application().map(ApplicationId::value);
    var team = filter.team().map(TeamId::value);
    var tier = filter.tier().map(Tier::code);
    var text = filter.text().map(Sql::contains);
    return work.in(
        actor.scope(),
        () ->
            withHistory(
                sql.page(
                    page,
                    RequestRows.SELECT
                        + """
                          and (? or r.state = any(?))
                          and (not ? or r.requested_by = ?)
                          and (not ? or (r.state in ('pending', 'half-approved')
                            and r.requested_by <> ? and not exists (
                              select from access_decision x where x.request_id = r.id
                                and x.person_id = ? and x.kind = 'approve')))
                          and (?::uuid is null or r.application_id = ?)
                          and (?::uuid is null or a.team_id = ?)
                          and (?::text is null or r.tier = ?)
                          and (?::text is null or a.name ilike ? or r.purpose ilike ?
                            or p.display_name ilike ? or r.number::text = trim(both '%' from ?))
                          order by r.id desc
                          """,
                    RequestRows::request,
                    sight.whole(),
                    sight.teams(),
                    me,
                    me,
                    states.isEmpty(),
                    states,
                    filter.mine(),
                    me,
                    filter.decidable(),
                    me,
                    me,
                    application,
                    application,
                    team,
                    team,
                    tier,
                    tier,
                    text,
                    text,
                    text,
                    text,
                    text)));
  }

  @Override
  public RequestView request(Actor actor, RequestId id) {
    Sight sight = Sight.of(actor);
    var me = actor.person().value();
    return work.in(
        actor.scope(),
        () ->
            sql
                .one(
                    RequestRows.SELECT + " and r.id = ?",
                    RequestRows::request,
                    sight.whole(),
                    sight.teams(),
                    me,
                    me,
                    id.value())
                .stream()
                .map(found -> withHistory(new Page<>(List.of(found), false)).items().get(0))
                .findFirst()
                .orElseThrow(() -> notFound("access request")));
  }

  private Page<RequestView> withHistory(Page<RequestView> page) {
    return RequestRows.withHistory(sql, page);
  }

  @Override
  public Page<GrantView> grants(Actor actor, GrantFilter filter, PageRequest page) {
    Sight sight = Sight.of(actor);
    var states = filter.states().stream().map(GrantState::code).toList();
    var application = filter.application().map(ApplicationId::value);
    var team = filter.team().map(TeamId::value);
    var tier = filter.tier().map(Tier::code);
    var text = filter.text().map(Sql::contains);
    return work.in(
        actor.scope(),
        () ->
            sql.page(
                page,
                GrantRows.SELECT
                    + """
                      and (? or s.state = any(?))
                      and (?::uuid is null or g.application_id = ?)
                      and (?::uuid is null or a.team_id = ?)
                      and (?::text is null or g.tier = ?)
                      and (?::timestamptz is null or (s.state in ('active', 'suspended')
                        and (g.until < ? or g.recertify_by < ?)))
                      and (?::text is null or a.name ilike ?)
                      order by g.id desc
                      """,
                GrantRows::grant,
                sight.whole(),
                sight.teams(),
                states.isEmpty(),
                states,
                application,
                application,
                team,
                team,
                tier,
                tier,
                filter.endingBefore(),
                filter.endingBefore(),
                filter.endingBefore(),
                text,
                text));
  }

  @Override
  public GrantView grant(Actor actor, GrantId id) {
    Sight sight = Sight.of(actor);
    return work.in(
        actor.scope(),
        () ->
            sql.one(
                    GrantRows.SELECT + " and g.id = ?",
                    GrantRows::grant,
                    sight.whole(),
                    sight.teams(),
                    id.value())
                .orElseThrow(() -> notFound("grant")));
  }

  @Override
  public InboxCounts counts(Actor actor) {
    Sight own = Sight.ofActing(actor);
    var me = actor.person().value();
    return work.in(
        actor.scope(),
        () -> {
          Optional<InboxCounts> counts =
              sql.one(
                  """
                  select
                    count(*) filter (where ? and r.state in ('pending', 'half-approved')
                      and r.requested_by <> ? and not exists (
                        select from access_decision x where x.request_id = r.id
                          and x.person_id = ? and x.kind = 'approve')),
                    count(*) filter (where r.state = 'asked-back'
                      and (r.requested_by = ? or a.team_id = any(?))),
                    count(*) filter (where r.state in ('pending', 'half-approved')
                      and (r.requested_by = ? or a.team_id = any(?)))
                  from access_request r join application a on a.id = r.application_id
                  where r.state in ('pending', 'half-approved', 'asked-back')
                  """,
                  row -> new InboxCounts(row.number(1), row.number(2), row.number(3)),
                  decides(actor),
                  me,
                  me,
                  me,
                  own.teams(),
                  me,
                  own.teams());
          return counts.orElseThrow();
        });
  }

  private static boolean decides(Actor actor) {
    return actor.is(Role.TENANT_APPROVER) || actor.is(Role.PLATFORM_ADMIN);
  }

  private static MarketplaceException notFound(String what) {
    return new MarketplaceException(
        ProblemCode.NOT_FOUND, "There is no " + what + " of this identifier.");
  }
}
