package io.marketplace.db.access;

import io.marketplace.db.kernel.Sql;
import io.marketplace.model.access.TierCost;
import io.marketplace.model.access.TierCosts;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads costs off the route and the prices in force and the tenant's own ledger. */
@Singleton
public final class SqlTierCosts implements TierCosts {

  private static final String COST =
      """
      with body as (
        select body from route_in_force where alias = ? and (tenant_id = ? or tenant_id is null)
        order by tenant_id nulls last limit 1),
      candidate as (
        select (c ->> 'poolId')::uuid as pool_id, c ->> 'model' as model
        from body, jsonb_array_elements(body -> 'candidates') c),
      priced as (
        select max(p.prompt_nano_per_million) as prompt,
          max(p.completion_nano_per_million) as completion
        from candidate c cross join lateral (
          select * from price x where x.pool_id = c.pool_id and x.model = c.model
          order by x.version desc limit 1) p),
      used as (
        select round(sum(prompt_tokens) / nullif(sum(answered), 0))::bigint as prompt,
          round(sum(completion_tokens) / nullif(sum(answered), 0))::bigint as completion
        from usage_hour where tenant_id = ? and tier = ? and hour > now() - interval '30 days')
      select priced.prompt, priced.completion, used.prompt, used.completion
      from priced, used where priced.prompt is not null
      """;

  private final Sql sql;

  /** Reads through {@code sql}. */
  @Inject
  public SqlTierCosts(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<TierCost> of(TenantId tenant, Tier tier) {
    return sql.one(
        COST,
        row ->
            new TierCost(
                new NanoUsd(row.number(1)),
                new NanoUsd(row.number(2)),
                row.optionalNumber(3).orElse(TierCost.ASSUMED_PROMPT_TOKENS),
                row.optionalNumber(4).orElse(TierCost.ASSUMED_COMPLETION_TOKENS),
                row.optionalNumber(3).isPresent()),
        tier.code(),
        tenant.value(),
        tenant.value(),
        tier.code());
  }
}
