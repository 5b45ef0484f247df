package io.marketplace.db.keys;

import io.marketplace.db.kernel.Sight;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link KeyFilter} as a condition after {@link KeyRows#FROM}, with all parameters of both. */
final class KeySelection {

  /** The condition. */
  static final String WHERE =
      """
        and (? or s.state = any(?))
        and (?::uuid is null or k.application_id = ?)
        and (?::uuid is null or a.team_id = ?)
        and (?::text is null or ? = any(k.tiers))
        and (?::text is null or k.name ilike ? or a.name ilike ?)
        and (?::uuid is null or k.parent_id = ?)
        and (?::text is null or k.pinned_agent = ?)
        and (?::text is null or k.pinned_customer = ?)
        and (?::timestamptz is null or k.created_at < ?)
        and (?::timestamptz is null or (k.created_at < ? and not exists (select
          from key_secret x join key_use u on u.secret_id = x.id
          where x.key_id = k.id and u.last_used_at >= ?)))
      """;

  private KeySelection() {}

  static @Nullable Object[] parameters(Sight sight, KeyFilter filter) {
    List<String> states = filter.states().stream().map(KeyState::code).toList();
    var application = filter.application().map(ApplicationId::value);
    var team = filter.team().map(TeamId::value);
    var tier = filter.tier().map(Tier::code);
    var text = filter.text().map(Sql::contains);
    var parent = filter.parent().map(KeyId::value);
    return new @Nullable Object[] {
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
      text,
      text,
      text,
      parent,
      parent,
      filter.agent(),
      filter.agent(),
      filter.customer(),
      filter.customer(),
      filter.createdBefore(),
      filter.createdBefore(),
      filter.unusedSince(),
      filter.unusedSince(),
      filter.unusedSince()
    };
  }
}
