package io.marketplace.gateway.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.marketplace.guard.ReadyRule;
import io.marketplace.model.guard.Detector;
import io.marketplace.model.guard.GuardAction;
import io.marketplace.model.guard.GuardRule;
import io.marketplace.model.guard.Side;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.problem.MarketplaceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads guardrails. Making a rule ready takes milliseconds, so what did not change is kept from one
 * snapshot to the next.
 */
final class GuardReader {
  private static final Logger LOG = LoggerFactory.getLogger(GuardReader.class);

  private final Map<GuardRule, ReadyRule> kept = new ConcurrentHashMap<>();

  /** Guardrails by tenant, and those of tenants without any of their own; null: none. */
  record Guards(Map<TenantId, GuardSet> byTenant, @Nullable GuardSet platform) {}

  Guards read(JsonNode nodes) {
    List<ReadyRule> platform = new ArrayList<>();
    int platformVersion = 0;
    Map<TenantId, List<ReadyRule>> own = new HashMap<>();
    Map<TenantId, Integer> versions = new HashMap<>();
    Set<GuardRule> used = new HashSet<>();
    for (JsonNode node : nodes) {
      List<ReadyRule> rules = rules(node.path("rules"), used);
      if (node.path("tenantId").isTextual()) {
        TenantId tenant = TenantId.parse(node.path("tenantId").asText());
        own.put(tenant, rules);
        versions.put(tenant, node.path("version").asInt());
      } else {
        platform = rules;
        platformVersion = node.path("version").asInt();
      }
    }
    kept.keySet().retainAll(used);
    String label = "platform " + platformVersion;
    Map<TenantId, GuardSet> byTenant = new HashMap<>();
    for (Map.Entry<TenantId, List<ReadyRule>> entry : own.entrySet()) {
      List<ReadyRule> all = new ArrayList<>(platform);
      all.addAll(entry.getValue());
      if (!all.isEmpty()) {
        byTenant.put(
            entry.getKey(), new GuardSet(label + ", tenant " + versions.get(entry.getKey()), all));
      }
    }
    return new Guards(
        Map.copyOf(byTenant), platform.isEmpty() ? null : new GuardSet(label, platform));
  }

  private List<ReadyRule> rules(JsonNode nodes, Set<GuardRule> used) {
    List<ReadyRule> rules = new ArrayList<>();
    for (JsonNode node : nodes) {
      try {
        GuardRule rule = rule(node);
        rules.add(kept.computeIfAbsent(rule, one -> ReadyRule.of("rule", one)));
        used.add(rule);
      } catch (MarketplaceException e) {
        // Written by another version of the marketplace: the other rules must go on holding.
        LOG.error("Guardrail {} cannot be made ready", node.path("name").asText(), e);
      }
    }
    return rules;
  }

  private static GuardRule rule(JsonNode node) {
    Set<Side> sides = new HashSet<>();
    node.path("sides").forEach(side -> sides.add(Side.parse("sides", side.asText())));
    Set<String> classes = new HashSet<>();
    node.path("requestClasses").forEach(one -> classes.add(one.asText()));
    List<String> values = new ArrayList<>();
    node.path("values").forEach(one -> values.add(one.asText()));
    return new GuardRule(
        node.path("name").asText(),
        Detector.parse("detector", node.path("detector").asText()),
        sides,
        GuardAction.parse("action", node.path("action").asText()),
        classes,
        values,
        node.path("maxChars").isInt()
            ? Optional.of(node.path("maxChars").asInt())
            : Optional.empty());
  }
}
