package io.marketplace.db.quota;

import io.marketplace.db.kernel.Sql;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.CallLimit;
import io.marketplace.model.quota.CallPriority;
import io.marketplace.model.quota.LimitId;
import io.marketplace.model.quota.LimitOwner;
import io.marketplace.model.quota.LimitScope;
import io.marketplace.model.quota.LimitTerms;
import io.marketplace.model.quota.Limits;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Limits in {@code call_limit}. */
@Singleton
public final class SqlLimits implements Limits {

  private static final String SELECT = "select " + LimitRows.COLUMNS + " from call_limit l where ";

  private final Sql sql;

  /** Speaks within the running unit of work. */
  @Inject
  public SqlLimits(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<CallLimit> find(LimitId id) {
    return sql.one(SELECT + "l.id = ?", LimitRows::limit, id.value());
  }

  @Override
  public Optional<CallLimit> find(LimitOwner owner, LimitScope scope, Optional<Tier> tier) {
    return sql.one(
        SELECT
            + "l.owner = ? and l.scope_type = ? and l.scope_id = ? and l.tier is not distinct from ?::text",
        LimitRows::limit,
        owner.code(),
        scope.type(),
        scope.value(),
        tier.map(Tier::code));
  }

  @Override
  public void add(CallLimit limit) {
    LimitTerms terms = limit.terms();
    sql.change(
        """
        insert into call_limit (id, tenant_id, owner, scope_type, scope_id, tier, requests_per_minute,
          tokens_per_minute, concurrency, priority, version, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?::text, ?::bigint, ?::bigint, ?::int, ?::text, ?, ?, ?)
        """,
        limit.id().value(),
        limit.tenant().value(),
        limit.owner().code(),
        limit.scope().type(),
        limit.scope().value(),
        limit.tier().map(Tier::code),
        terms.requestsPerMinute(),
        terms.tokensPerMinute(),
        terms.concurrency(),
        terms.priority().map(CallPriority::code),
        limit.version(),
        limit.changedBy(),
        limit.changedAt());
  }

  @Override
  public void change(CallLimit limit) {
    LimitTerms terms = limit.terms();
    mustBeOne(
        sql.change(
            """
            update call_limit set requests_per_minute = ?::bigint, tokens_per_minute = ?::bigint,
              concurrency = ?::int, priority = ?::text, version = ?, changed_by = ?, changed_at = ?
            where id = ? and version = ?
            """,
            terms.requestsPerMinute(),
            terms.tokensPerMinute(),
            terms.concurrency(),
            terms.priority().map(CallPriority::code),
            limit.version(),
            limit.changedBy(),
            limit.changedAt(),
            limit.id().value(),
            limit.version() - 1));
  }

  @Override
  public void remove(CallLimit limit) {
    mustBeOne(
        sql.change(
            "delete from call_limit where id = ? and version = ?",
            limit.id().value(),
            limit.version()));
  }

  private static void mustBeOne(int rows) {
    if (rows != 1) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT, "Somebody else changed the limit meanwhile.");
    }
  }

  @Override
  public Optional<Place> place(LimitScope scope) {
    String table =
        switch (scope) {
          case LimitScope.OfKey key -> "select tenant_id, state = 'active' from virtual_key";
          case LimitScope.OfApplication application ->
              "select tenant_id, archived_at is null from application";
          case LimitScope.OfTeam team -> "select tenant_id, true from team";
          case LimitScope.OfTenant tenant -> "select id, true from tenant";
        };
    return sql.one(
        table + " where id = ?",
        row -> new Place(new TenantId(row.id(1)), row.flag(2)),
        scope.value());
  }
}
