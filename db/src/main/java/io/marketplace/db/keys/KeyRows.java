package io.marketplace.db.keys;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Coded;
import io.marketplace.model.kernel.Networks;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyRight;
import io.marketplace.model.keys.KeyScope;
import io.marketplace.model.keys.KeyState;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.keys.PinnedAttribution;
import io.marketplace.model.keys.SecretId;
import io.marketplace.model.keys.SecretView;
import io.marketplace.model.keys.Suspension;
import io.marketplace.model.policy.Sensitivity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** How keys and their secrets are selected and read. */
final class KeyRows {

  /** The columns that {@link #key} reads; a sub-key stops with its parent. */
  static final String SELECT =
      """
      select k.id, k.name, a.id, a.name, m.id, m.name, t.name, s.state, k.sensitivity, k.tiers,
        k.aliases, k.providers, k.jurisdictions, k.highest_sensitivity, k.source_networks,
        k.label_values_max, k.parent_id,
        (select count(*) from virtual_key c where c.parent_id = k.id and c.state <> 'revoked'),
        k.pinned_agent, k.pinned_workflow, k.pinned_customer, k.pinned_use_case,
        least(k.expires_at, p.expires_at), k.created_at, coalesce(k.revoked_at, p.revoked_at),
        coalesce(k.revoked_reason, p.revoked_reason),
        k.suspended_as, k.suspended_by, k.suspended_at, k.suspended_reason
      """;

  /** Goes on from {@link #SELECT}. Takes: sees all, own teams. */
  static final String FROM =
      """
      from virtual_key k
        left join virtual_key p on p.id = k.parent_id
        join application a on a.id = k.application_id
        join team m on m.id = a.team_id
        join tenant t on t.id = k.tenant_id
        cross join lateral (select case
          when k.state = 'revoked' or p.state = 'revoked' then 'revoked'
          when least(k.expires_at, p.expires_at) <= now() then 'expired'
          when k.state = 'suspended' or p.state = 'suspended' then 'suspended'
          when exists (select from key_secret x where x.key_id = k.id and x.live_until > now())
            then 'rotating'
          else 'active' end as state) s
      where (? or a.team_id = any(?))
      """;

  // A secret that ended a month ago tells nothing any more.
  private static final String SECRETS =
      """
      select s.key_id, s.id, s.hint, s.created_at, s.live_until, u.last_used_at,
        coalesce(u.requests, 0)
      from key_secret s left join key_use u on u.secret_id = s.id
      where s.key_id = any(?)
        and (s.live_until is null or s.live_until > now() - interval '30 days')
      order by s.created_at desc, s.id desc
      """;

  private KeyRows() {}

  static KeyView key(Row row) {
    return new KeyView(
        new KeyId(row.id(1)),
        row.text(2),
        new ApplicationId(row.id(3)),
        row.text(4),
        new TeamId(row.id(5)),
        row.text(6),
        row.text(7),
        KeyState.of(row.text(8)).orElseThrow(),
        Sensitivity.of(row.text(9)).orElseThrow(),
        new KeyScope(
            row.texts(10).stream()
                .map(code -> Tier.of(code).orElseThrow())
                .collect(Collectors.toSet()),
            row.optionalTexts(11),
            row.optionalTexts(12),
            row.optionalTexts(13),
            row.optionalText(14).map(code -> Sensitivity.of(code).orElseThrow()),
            row.optionalTexts(15).map(Networks::stored),
            (int) row.number(16)),
        row.optionalId(17).map(KeyId::new),
        row.number(18),
        new PinnedAttribution(
            row.optionalText(19), row.optionalText(20), row.optionalText(21), row.optionalText(22)),
        row.optionalMoment(23),
        row.moment(24),
        row.optionalMoment(25),
        row.optionalText(26),
        suspension(row),
        List.of());
  }

  private static Optional<Suspension> suspension(Row row) {
    return row.optionalText(27)
        .map(
            code ->
                new Suspension(
                    row.text(28),
                    Coded.of(KeyRight.class, code).orElseThrow(),
                    row.moment(29),
                    row.optionalText(30)));
  }

  static Page<KeyView> withSecrets(Sql sql, Page<KeyView> page) {
    UUID[] ids = page.items().stream().map(view -> view.id().value()).toArray(UUID[]::new);
    Map<UUID, List<SecretView>> secrets = new HashMap<>();
    for (Owned owned :
        ids.length == 0 ? List.<Owned>of() : sql.list(SECRETS, Owned::read, (Object) ids)) {
      secrets.computeIfAbsent(owned.key, id -> new ArrayList<>()).add(owned.secret);
    }
    return page.map(
        view -> with(view, secrets.getOrDefault(view.id().value(), List.<SecretView>of())));
  }

  private static KeyView with(KeyView view, List<SecretView> secrets) {
    return new KeyView(
        view.id(),
        view.name(),
        view.application(),
        view.applicationName(),
        view.team(),
        view.teamName(),
        view.tenantName(),
        view.state(),
        view.sensitivity(),
        view.scope(),
        view.parent(),
        view.subKeys(),
        view.attribution(),
        view.expiresAt(),
        view.createdAt(),
        view.revokedAt(),
        view.revokedReason(),
        view.suspension(),
        secrets);
  }

  private record Owned(UUID key, SecretView secret) {

    static Owned read(Row row) {
      return new Owned(
          row.id(1),
          new SecretView(
              new SecretId(row.id(2)),
              row.text(3),
              row.moment(4),
              row.optionalMoment(5),
              row.optionalMoment(6),
              row.number(7)));
    }
  }
}
