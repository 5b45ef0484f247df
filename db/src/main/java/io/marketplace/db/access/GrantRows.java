package io.marketplace.db.access;

import io.marketplace.db.kernel.Row;
import io.marketplace.model.access.GrantId;
import io.marketplace.model.access.GrantState;
import io.marketplace.model.access.GrantView;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.policy.Sensitivity;

/** How grants are selected and read. */
final class GrantRows {

  /** Takes: sees all, own teams. What is over reads as expired before upkeep has marked it. */
  static final String SELECT =
      """
      select g.id, a.id, a.name, m.id, m.name, t.id, t.name, g.tier, g.sensitivity, g.budget_nano,
        (select coalesce(sum(u.cost_nano), 0)::bigint from usage_hour u
          where u.application_id = g.application_id and u.tier = g.tier
            and u.hour >= date_trunc('month', now(), 'UTC')),
        g.until, s.state, g.state_reason, g.request_id, g.recertify_by, g.created_at
      from access_grant g
        join application a on a.id = g.application_id
        join team m on m.id = a.team_id
        join tenant t on t.id = g.tenant_id
        cross join lateral (select case
          when g.state in ('active', 'suspended') and g.until <= now() then 'expired'
          else g.state end as state) s
      where (? or a.team_id = any(?))
      """;

  private GrantRows() {}

  static GrantView grant(Row row) {
    return new GrantView(
        new GrantId(row.id(1)),
        new ApplicationId(row.id(2)),
        row.text(3),
        new TeamId(row.id(4)),
        row.text(5),
        new TenantId(row.id(6)),
        row.text(7),
        Tier.of(row.text(8)).orElseThrow(),
        Sensitivity.of(row.text(9)).orElseThrow(),
        new NanoUsd(row.number(10)),
        new NanoUsd(row.number(11)),
        row.optionalMoment(12),
        GrantState.of(row.text(13)).orElseThrow(),
        row.text(14),
        row.optionalId(15).map(RequestId::new),
        row.optionalMoment(16),
        row.moment(17));
  }
}
