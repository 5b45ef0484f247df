package io.marketplace.db.quota;

import io.marketplace.db.kernel.Sight;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.LimitFilter;
import io.marketplace.model.quota.LimitId;
import io.marketplace.model.quota.LimitQueries;
import io.marketplace.model.quota.LimitView;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Reads limits with what the gateways told of their use. */
@Singleton
public final class SqlLimitQueries implements LimitQueries {

  private final Work work;
  private final Sql sql;

  /** Reads within {@code work}. */
  @Inject
  public SqlLimitQueries(Work work, Sql sql) {
    this.work = work;
    this.sql = sql;
  }

  @Override
  public Page<LimitView> limits(Actor actor, LimitFilter filter, PageRequest page) {
    Sight sight = Sight.of(actor);
    var text = filter.text().map(Sql::contains);
    return work.in(
        actor.scope(),
        () ->
            sql.page(
                page,
                LimitRows.VIEWS
                    + """
                      and (?::text is null or l.scope_type = ?)
                      and (?::uuid is null or l.scope_id = ?)
                      and (?::text is null
                        or case l.scope_type when 'key' then k.name when 'application' then a.name
                          when 'team' then m.name else t.name end ilike ?)
                      order by t.name, array_position(array['tenant', 'team', 'application', 'key'], l.scope_type),
                        scope_name, l.scope_id, l.tier nulls first, l.id
                      """,
                LimitRows::view,
                sight.whole(),
                sight.teams(),
                filter.scopeType(),
                filter.scopeType(),
                filter.scopeId(),
                filter.scopeId(),
                text,
                text));
  }

  @Override
  public LimitView limit(Actor actor, LimitId id) {
    Sight sight = Sight.of(actor);
    return work.in(
        actor.scope(),
        () ->
            sql.one(
                    LimitRows.VIEWS + " and l.id = ?",
                    LimitRows::view,
                    sight.whole(),
                    sight.teams(),
                    id.value())
                .orElseThrow(
                    () ->
                        new MarketplaceException(
                            ProblemCode.NOT_FOUND, "There is no limit of this identifier.")));
  }
}
