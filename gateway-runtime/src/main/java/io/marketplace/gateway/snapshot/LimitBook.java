package io.marketplace.gateway.snapshot;

import io.marketplace.model.keys.KeyId;
import io.marketplace.model.quota.LimitId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The limits of every key, found when the configuration is read, so that a call looks them up once.
 * Immutable.
 */
public final class LimitBook {
  /** Nobody is limited. */
  public static final LimitBook EMPTY = new LimitBook(Map.of());

  /** Stands for the tiers that have no limit of their own. */
  static final String OTHER_TIERS = "";

  private final Map<KeyId, Map<String, LimitSet>> sets;
  private final Set<LimitId> ids;

  /** {@code sets} by key, then by tier; keys without any limit are not in it. */
  LimitBook(Map<KeyId, Map<String, LimitSet>> sets) {
    Map<KeyId, Map<String, LimitSet>> copy = new HashMap<>();
    sets.forEach((key, tiers) -> copy.put(key, Map.copyOf(tiers)));
    this.sets = Map.copyOf(copy);
    this.ids =
        sets.values().stream()
            .flatMap(tiers -> tiers.values().stream())
            .flatMap(set -> set.rules().stream())
            .map(LimitRule::id)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** What limits the calls of {@code key} to {@code tier}. */
  public LimitSet of(KeyId key, String tier) {
    Map<String, LimitSet> tiers = sets.get(key);
    if (tiers == null) {
      return LimitSet.NONE;
    }
    LimitSet own = tiers.get(tier);
    return own == null ? tiers.getOrDefault(OTHER_TIERS, LimitSet.NONE) : own;
  }

  /** The limits that some key is counted by. */
  public Set<LimitId> ids() {
    return ids;
  }
}
