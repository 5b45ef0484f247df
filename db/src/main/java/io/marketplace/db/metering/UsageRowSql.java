package io.marketplace.db.metering;

/** The statements that book rows of the ledger. */
final class UsageRowSql {

  /** In the order of {@link UsageCopy}. */
  private static final String COLUMNS =
      "request_id, started_at, tenant_id, team_id, application_id, key_id, tier, alias, agent,"
          + " workflow, customer, use_case, request_class, sensitivity, pool_id, provider_id, model,"
          + " price_version, prompt_tokens, cached_tokens, completion_tokens, token_source,"
          + " cost_nano, cache, status, outcome, streamed, attempts, latency_ms, ttft_ms, replica,"
          + " excess_nano, flag, booked_leases, booked_nano, reasoning_tokens, images, beneath";

  /** A table of the session alone: COPY writes into no table that row-level security guards. */
  static final String STAGE =
      "create temporary table if not exists usage_stage on commit delete rows as select "
          + COLUMNS
          + " from marketplace.usage_row where false";

  static final String COPY =
      "copy pg_temp.usage_stage (" + COLUMNS + ") from stdin (format binary)";

  /**
   * Books what is staged and, for the rows that were not there yet, their hours' sums, how fast
   * they were, and what they take from budgets. What an attempt cost is summed with the pool that
   * it was made at, so that it stands against that provider's invoice; the request itself with the
   * pool of its last attempt. Sums are taken in one order by all gateways, so that none waits for
   * another in a circle. A row from before what its tenant keeps is left out: nobody could tell it
   * from one that was booked and removed since ({@code docs/adr/0014}).
   */
  static final String BOOK =
      """
      with booked as (
        insert into marketplace.usage_row (%1$s) select %1$s from pg_temp.usage_stage
        where started_at >= coalesce((select kept_from from marketplace.retention_run
          where tenant_id = marketplace.current_tenant()), '-infinity')
        on conflict do nothing
        returning *),
      parts as (
        select tenant_id, started_at, team_id, application_id, key_id, tier, alias, sensitivity, agent,
          workflow, customer, use_case, pool_id, model, 1 as calls, outcome, prompt_tokens,
          cached_tokens, completion_tokens, reasoning_tokens, images, cost_nano, excess_nano, request_id
        from booked where beneath is null
        union all
        select b.tenant_id, b.started_at, b.team_id, b.application_id, b.key_id, b.tier, b.alias,
          b.sensitivity, b.agent, b.workflow, b.customer, b.use_case, a.pool, a.model, l.n, b.outcome,
          a.prompt, a.cached, a.completion, a.reasoning, l.n * b.images, a.nano, l.n * b.excess_nano,
          b.request_id
        from booked b cross join lateral rows from (jsonb_to_recordset(b.beneath) as (pool uuid,
            model text, prompt bigint, cached bigint, completion bigint, reasoning bigint, nano bigint))
          with ordinality as a (pool, model, prompt, cached, completion, reasoning, nano, n)
        cross join lateral (select (a.n = jsonb_array_length(b.beneath))::int as n) l
        where b.beneath is not null),
      summed as (
        insert into marketplace.usage_hour as h
          select tenant_id, date_trunc('hour', started_at, 'UTC'), team_id, application_id, key_id,
            tier, alias, sensitivity, agent, workflow, customer, use_case, pool_id, model, sum(calls),
            coalesce(sum(calls) filter (where outcome = 'answered'), 0), sum(prompt_tokens), sum(cached_tokens),
            sum(completion_tokens), sum(reasoning_tokens), sum(images), sum(cost_nano),
            sum(excess_nano), any_value(request_id)
          from parts group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14
          order by 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 3
        on conflict (tenant_id, hour, application_id, key_id, tier, alias, sensitivity, agent,
          workflow, customer, use_case, pool_id, model, team_id)
        do update set requests = h.requests + excluded.requests,
          answered = h.answered + excluded.answered,
          prompt_tokens = h.prompt_tokens + excluded.prompt_tokens,
          cached_tokens = h.cached_tokens + excluded.cached_tokens,
          completion_tokens = h.completion_tokens + excluded.completion_tokens,
          reasoning_tokens = h.reasoning_tokens + excluded.reasoning_tokens,
          images = h.images + excluded.images,
          cost_nano = h.cost_nano + excluded.cost_nano,
          excess_nano = h.excess_nano + excluded.excess_nano,
          request_id = excluded.request_id),
      timed as (
        insert into marketplace.speed_sum as t
          select b.tenant_id, date_trunc('hour', b.started_at, 'UTC'), b.team_id, b.tier, m.measure,
            marketplace.speed_bucket(m.ms), count(*)
          from booked b cross join lateral (values ('whole', b.latency_ms),
            ('first-byte', case when b.streamed then b.ttft_ms end)) as m (measure, ms)
          where b.outcome = 'answered' and m.ms is not null
          group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
        on conflict (tenant_id, since, team_id, tier, measure, bucket)
        do update set calls = t.calls + excluded.calls)
      select marketplace.settle_leases(array_agg(s.lease), array_agg(s.amount))
      from (select u.lease, sum(u.amount)::bigint as amount
        from booked b cross join lateral unnest(b.booked_leases, b.booked_nano) as u (lease, amount)
        group by u.lease) s
      having count(*) > 0
      """
          .formatted(COLUMNS);

  private UsageRowSql() {}
}
