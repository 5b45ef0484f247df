package io.marketplace.db.quota;

import io.marketplace.db.kernel.Row;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.quota.CallLimit;
import io.marketplace.model.quota.CallPriority;
import io.marketplace.model.quota.LimitId;
import io.marketplace.model.quota.LimitOwner;
import io.marketplace.model.quota.LimitScope;
import io.marketplace.model.quota.LimitTerms;
import io.marketplace.model.quota.LimitUse;
import io.marketplace.model.quota.LimitView;
import java.util.Optional;
import java.util.UUID;

/** How rows of {@code call_limit} are read. */
final class LimitRows {

  /** The columns that {@link #limit} reads, of {@code call_limit l}. */
  static final String COLUMNS =
      """
      l.id, l.tenant_id, l.owner, l.scope_type, l.scope_id, l.tier, l.requests_per_minute,
      l.tokens_per_minute, l.concurrency, l.priority, l.version::bigint, l.changed_by, l.changed_at
      """;

  /**
   * What {@link #view} reads of the limits of the teams in sight. The gateways tell every 5 s: what
   * is three times as old belongs to one that is gone.
   */
  static final String VIEWS =
      "select "
          + COLUMNS
          + """
          , case l.scope_type when 'key' then k.name when 'application' then a.name
            when 'team' then m.name else t.name end as scope_name,
            case l.scope_type when 'key' then a.name when 'application' then m.name
            when 'team' then t.name end,
            t.name, u.requests, u.tokens, u.refused, u.in_flight, u.at
          from call_limit l join tenant t on t.id = l.tenant_id
          left join virtual_key k on l.scope_type = 'key' and k.id = l.scope_id
          left join application a on a.id =
            case l.scope_type when 'key' then k.application_id when 'application' then l.scope_id end
          left join team m on m.id = case l.scope_type when 'team' then l.scope_id else a.team_id end
          left join lateral (
            select sum(x.requests)::bigint as requests, sum(x.tokens)::bigint as tokens,
              sum(x.refused)::bigint as refused, sum(x.in_flight)::bigint as in_flight, max(x.at) as at
            from limit_use x where x.limit_id = l.id and x.at > now() - interval '15 seconds') u on true
          where (? or l.scope_type = 'tenant' or m.id = any(?))
          """;

  private LimitRows() {}

  static CallLimit limit(Row row) {
    return new CallLimit(
        new LimitId(row.id(1)),
        new TenantId(row.id(2)),
        LimitOwner.ofCode(row.text(3)),
        scope(row.text(4), row.id(5)),
        row.optionalText(6).flatMap(Tier::of),
        new LimitTerms(
            row.optionalNumber(7),
            row.optionalNumber(8),
            row.optionalNumber(9).map(Math::toIntExact),
            row.optionalText(10).flatMap(CallPriority::of)),
        (int) row.number(11),
        row.text(12),
        row.moment(13));
  }

  static LimitView view(Row row) {
    return new LimitView(limit(row), row.text(14), row.optionalText(15), row.text(16), use(row));
  }

  private static Optional<LimitUse> use(Row row) {
    return row.optionalMoment(21)
        .map(
            at ->
                new LimitUse(
                    row.number(17), row.number(18), row.number(19), (int) row.number(20), at));
  }

  private static LimitScope scope(String type, UUID id) {
    return switch (type) {
      case "key" -> new LimitScope.OfKey(new KeyId(id));
      case "application" -> new LimitScope.OfApplication(new ApplicationId(id));
      case "team" -> new LimitScope.OfTeam(new TeamId(id));
      default -> new LimitScope.OfTenant(new TenantId(id));
    };
  }
}
