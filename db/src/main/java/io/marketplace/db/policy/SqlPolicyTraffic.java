package io.marketplace.db.policy;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.policy.PolicyTraffic;
import io.marketplace.model.policy.ProviderTraits;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.policy.TrafficGroup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Answered calls from the ledger's sums, refused ones from the traces: the ledger has none of
 * those.
 */
@Singleton
public final class SqlPolicyTraffic implements PolicyTraffic {

  private static final String ANSWERED =
      """
      with calls as (
        select u.tenant_id, u.application_id, u.alias, u.sensitivity, p.provider_id,
          sum(u.requests)::bigint as n,
          (array_agg(u.request_id order by u.hour desc))[1:3]::text[] as examples
        from usage_hour u left join pool p on p.id = u.pool_id
        where u.hour >= date_trunc('hour', ?::timestamptz, 'UTC')
        group by u.tenant_id, u.application_id, u.alias, u.sensitivity, p.provider_id
        having sum(u.requests) > 0
        order by n desc limit ?)
      select c.tenant_id, c.application_id, a.name, c.alias, c.sensitivity, c.n, c.examples,
        v.id is not null, coalesce(v.name, ''), coalesce(v.jurisdiction, ''), v.processing_places,
        coalesce(v.attributes, '{}')::text
      from calls c left join provider v on v.id = c.provider_id
      left join application a on a.id = c.application_id
      """;

  private static final String REFUSED =
      """
      with calls as (
        select tenant_id, application_id, trace ->> 'alias' as alias, request_id, started_at,
          jsonb_path_query_first(trace,
            '$.steps[*] ? (@.step == "policy/ApplyPolicy" && @.decision == "denied").facts.sensitivity')
            #>> '{}' as sensitivity
        from call_trace where started_at >= ? and outcome in ('policy_denied', 'no_lawful_route')),
      grouped as (
        select tenant_id, application_id, alias, sensitivity, count(*) as n,
          (array_agg(request_id order by started_at desc))[1:3]::text[] as examples
        from calls where alias is not null and sensitivity is not null
        group by tenant_id, application_id, alias, sensitivity
        order by n desc limit ?)
      select c.tenant_id, c.application_id, a.name, c.alias, c.sensitivity, c.n, c.examples
      from grouped c left join application a on a.id = c.application_id
      """;

  private final Sql sql;

  /** Reads through {@code sql}. */
  @Inject
  public SqlPolicyTraffic(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<TrafficGroup> since(Instant from, int max) {
    List<TrafficGroup> groups =
        new ArrayList<>(
            sql.list(
                ANSWERED,
                row ->
                    group(
                        row,
                        row.flag(8)
                            ? Optional.of(SqlPolicyProviders.traits(row, 9))
                            : Optional.empty(),
                        false),
                from,
                max));
    groups.addAll(sql.list(REFUSED, row -> group(row, Optional.empty(), true), from, max));
    groups.sort(Comparator.comparingLong(TrafficGroup::calls).reversed());
    return groups.subList(0, Math.min(max, groups.size()));
  }

  private static TrafficGroup group(Row row, Optional<ProviderTraits> provider, boolean refused) {
    return new TrafficGroup(
        new TenantId(row.id(1)),
        new ApplicationId(row.id(2)),
        row.optionalText(3).orElse(""),
        row.text(4),
        // what cannot be read is taken for the most sensitive
        Sensitivity.of(row.text(5)).orElse(Sensitivity.RESTRICTED),
        provider,
        refused,
        row.number(6),
        row.texts(7).stream().map(id -> new CallId(UUID.fromString(id))).toList());
  }
}
