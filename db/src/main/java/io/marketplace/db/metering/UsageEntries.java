package io.marketplace.db.metering;

import io.marketplace.db.kernel.Row;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.metering.BudgetShare;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.UsageEntry;
import io.marketplace.model.metering.UsageFlag;

/** Reads whole rows of the ledger. */
final class UsageEntries {

  private static final String SELECT =
      """
      select u.request_id, u.started_at, u.tenant_id, u.team_id, t.name, u.application_id, a.name,
        u.key_id, k.name, u.tier, u.alias, u.agent, u.workflow, u.customer, u.use_case,
        u.request_class, u.sensitivity, p.name, v.name, u.model, u.price_version::bigint,
        u.prompt_tokens, u.cached_tokens, u.completion_tokens, u.token_source, u.cost_nano, u.cache,
        u.status::bigint, u.outcome, u.streamed, u.attempts::bigint, u.latency_ms, u.ttft_ms, u.replica,
        u.reasoning_tokens, u.images::bigint, u.excess_nano, u.flag
      from\s""";

  private static final String NAMES =
      """
      left join team t on t.id = u.team_id
      left join application a on a.id = u.application_id
      left join virtual_key k on k.id = u.key_id
      left join pool p on p.id = u.pool_id
      left join provider v on v.id = u.provider_id
      """;

  static final String COLUMNS = SELECT + "usage_row u " + NAMES + "where ";

  /** What budgets bear of a row; takes the call. */
  static final String SHARES =
      """
      select l.budget_id, coalesce(b.scope_type, 'grant'), coalesce(b.scope_id, ''), l.label,
        l.window_start, s.nano
      from usage_row u cross join lateral unnest(u.booked_leases, u.booked_nano) as s (lease, nano)
      join budget_lease l on l.id = s.lease left join budget b on b.id = l.budget_id
      where u.request_id = ? order by 2, 3, 4, 1
      """;

  private UsageEntries() {}

  /**
   * The rows that meet {@code where}, in {@code order} by time, if no more than the first {@code
   * most} are read. Tenant by tenant: the ledger's index has them in order within a tenant, and
   * whoever sees many would otherwise sort all rows of all of them.
   */
  static String ordered(String where, String order, int most) {
    return SELECT
        + "tenant o cross join lateral (select * from usage_row u where u.tenant_id = o.id and "
        + where
        + " order by "
        + order
        + " limit "
        + most
        + ") u "
        + NAMES
        + " order by "
        + order;
  }

  static BudgetShare share(Row row) {
    return new BudgetShare(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.moment(5),
        new NanoUsd(row.number(6)));
  }

  static UsageEntry entry(Row row) {
    return new UsageEntry(
        new CallId(row.id(1)),
        row.moment(2),
        new TenantId(row.id(3)),
        new TeamId(row.id(4)),
        row.optionalText(5),
        new ApplicationId(row.id(6)),
        row.optionalText(7),
        new KeyId(row.id(8)),
        row.optionalText(9),
        row.text(10),
        row.text(11),
        row.optionalText(12),
        row.optionalText(13),
        row.optionalText(14),
        row.optionalText(15),
        row.optionalText(16),
        row.text(17),
        row.optionalText(18),
        row.optionalText(19),
        row.optionalText(20),
        row.optionalNumber(21).map(Long::intValue),
        row.number(22),
        row.number(23),
        row.number(24),
        row.number(35),
        (int) row.number(36),
        row.text(25),
        new NanoUsd(row.number(26)),
        new NanoUsd(row.number(37)),
        row.optionalText(38).flatMap(UsageFlag::of),
        row.text(27),
        (int) row.number(28),
        row.text(29),
        row.flag(30),
        (int) row.number(31),
        row.decimal(32),
        row.optionalDecimal(33),
        row.text(34));
  }
}
