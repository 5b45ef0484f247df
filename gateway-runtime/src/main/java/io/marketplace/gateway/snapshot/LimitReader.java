package io.marketplace.gateway.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.quota.CallPriority;
import io.marketplace.model.quota.LimitId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds for each key the limits of itself, its application, team and tenant. */
final class LimitReader {

  /** A limit as it stands in the document. */
  private record Entry(@Nullable String tier, @Nullable LimitRule rule, CallPriority priority) {}

  private final Map<UUID, List<Entry>> byScope = new HashMap<>();

  LimitReader(JsonNode nodes) {
    for (JsonNode node : nodes) {
      // Identifiers of keys, applications, teams and tenants never meet: all are random.
      byScope
          .computeIfAbsent(UUID.fromString(node.path("scopeId").asText()), key -> new ArrayList<>())
          .add(entry(node));
    }
  }

  private static Entry entry(JsonNode node) {
    LimitRule rule =
        new LimitRule(
            LimitId.parse(node.path("id").asText()),
            TenantId.parse(node.path("tenantId").asText()),
            node.path("version").asInt(),
            node.path("scopeType").asText(),
            node.path("requestsPerMinute").asLong(),
            node.path("tokensPerMinute").asLong(),
            node.path("concurrency").asInt());
    boolean counts =
        rule.requestsPerMinute() > 0 || rule.tokensPerMinute() > 0 || rule.concurrency() > 0;
    return new Entry(
        node.path("tier").isTextual() ? node.path("tier").asText() : null,
        counts ? rule : null,
        CallPriority.of(node.path("priority").asText()).orElse(CallPriority.INTERACTIVE));
  }

  LimitBook read(Collection<KeyEntry> keys) {
    if (byScope.isEmpty()) {
      return LimitBook.EMPTY;
    }
    Map<KeyId, KeyId> parents = new HashMap<>();
    for (KeyEntry key : keys) {
      if (key.bounds().parent() != null) {
        parents.put(key.owner().key(), key.bounds().parent());
      }
    }
    Map<KeyId, Map<String, LimitSet>> sets = new HashMap<>();
    for (KeyEntry key : keys) {
      List<Entry> entries = entries(key.owner(), parents);
      if (!entries.isEmpty()) {
        sets.put(key.owner().key(), tiers(entries));
      }
    }
    return new LimitBook(sets);
  }

  /** A key's calls count as those of the key it was made from, too. */
  private List<Entry> entries(CallOwner owner, Map<KeyId, KeyId> parents) {
    Set<UUID> scopes = new LinkedHashSet<>();
    KeyId key = owner.key();
    while (key != null && scopes.add(key.value())) {
      key = parents.get(key);
    }
    scopes.add(owner.application().value());
    scopes.add(owner.team().value());
    scopes.add(owner.tenant().value());
    return scopes.stream()
        .flatMap(scope -> byScope.getOrDefault(scope, List.of()).stream())
        .toList();
  }

  private static Map<String, LimitSet> tiers(List<Entry> entries) {
    Map<String, LimitSet> tiers = new LinkedHashMap<>();
    tiers.put(LimitBook.OTHER_TIERS, set(entries, LimitBook.OTHER_TIERS));
    for (Entry entry : entries) {
      if (entry.tier() != null) {
        tiers.computeIfAbsent(entry.tier(), tier -> set(entries, tier));
      }
    }
    return tiers;
  }

  private static LimitSet set(List<Entry> entries, String tier) {
    List<LimitRule> rules = new ArrayList<>();
    CallPriority priority = CallPriority.INTERACTIVE;
    for (Entry entry : entries) {
      if (entry.tier() == null || entry.tier().equals(tier)) {
        priority = priority.or(entry.priority());
        if (entry.rule() != null) {
          rules.add(entry.rule());
        }
      }
    }
    return new LimitSet(rules, priority);
  }
}
