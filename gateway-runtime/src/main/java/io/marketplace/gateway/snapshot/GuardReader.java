package io.marketplace.gateway.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.marketplace.guard.ReadyRule;
import io.marketplace.model.guard.Detector;
import io.marketplace.model.guard.GuardAction;
import io.marketplace.model.guard.GuardRule;
import io.marketplace.model.guard.Side;
import io.marketplace.model.kernel.TenantId;
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
 * snapshot to the next. A rule that cannot be read, such as one that a newer version of the
 * marketplace has written, is remembered by its name: nobody knows what it would have stopped, so
 * that nothing of whom it holds for may pass.
 */
final class GuardReader {
  private static final Logger LOG = LoggerFactory.getLogger(GuardReader.class);

  private final Map<GuardRule, ReadyRule> kept = new ConcurrentHashMap<>();

  /** Guardrails by tenant, and those of tenants without any of their own; null: none. */
  record Guards(Map<TenantId, GuardSet> byTenant, @Nullable GuardSet platform) {}

  /** The rules of one owner: those that are ready, and the names of those that cannot be read. */
  private record Rules(List<ReadyRule> ready, List<String> unreadable) {
    static final Rules NONE = new Rules(List.of(), List.of());

    Rules and(Rules more) {
      List<ReadyRule> all = new ArrayList<>(ready);
      all.addAll(more.ready);
      List<String> names = new ArrayList<>(unreadable);
      names.addAll(more.unreadable);
      return new Rules(all, names);
    }

    @Nullable GuardSet set(String label) {
      return ready.isEmpty() && unreadable.isEmpty()
          ? null
          : new GuardSet(label, ready, unreadable);
    }
  }

  Guards read(JsonNode nodes) {
    Rules platform = Rules.NONE;
    int platformVersion = 0;
    Map<TenantId, Rules> own = new HashMap<>();
    Map<TenantId, Integer> versions = new HashMap<>();
    Set<GuardRule> used = new HashSet<>();
    for (JsonNode node : nodes) {
      Rules rules = rules(node.path("rules"), used);
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
    for (Map.Entry<TenantId, Rules> entry : own.entrySet()) {
      GuardSet set =
          platform.and(entry.getValue()).set(label + ", tenant " + versions.get(entry.getKey()));
      if (set != null) {
        byTenant.put(entry.getKey(), set);
      }
    }
    return new Guards(Map.copyOf(byTenant), platform.set(label));
  }

  private Rules rules(JsonNode nodes, Set<GuardRule> used) {
    if (!nodes.isArray()) {
      LOG.error("Guardrails are no list of rules: nobody they hold for passes");
      return new Rules(List.of(), List.of("(all)"));
    }
    List<ReadyRule> rules = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (JsonNode node : nodes) {
      try {
        GuardRule rule = rule(node);
        rules.add(kept.computeIfAbsent(rule, one -> ReadyRule.of("rule", one)));
        used.add(rule);
      } catch (RuntimeException e) {
        String name = node.path("name").asText("(no name)");
        LOG.error("Guardrail {} cannot be made ready: nobody it holds for passes", name, e);
        unreadable.add(name);
      }
    }
    return new Rules(rules, unreadable);
  }

  private static GuardRule rule(JsonNode node) {
    Set<Side> sides = new HashSet<>();
    node.path("sides").forEach(side -> sides.add(Side.parse("sides", side.asText())));
    Set<String> classes = new HashSet<>();
    node.path("requestClasses").forEach(one -> classes.add(one.asText()));
    List<String> values = new ArrayList<>();
    node.path("values").forEach(one -> values.add(one.asText()));
    Detector detector = Detector.parse("detector", node.path("detector").asText());
    if (sides.isEmpty() || (detector == Detector.SIZE && !node.path("maxChars").isInt())) {
      throw new IllegalArgumentException("the rule could find nothing");
    }
    return new GuardRule(
        node.path("name").asText(),
        detector,
        sides,
        GuardAction.parse("action", node.path("action").asText()),
        classes,
        values,
        node.path("maxChars").isInt()
            ? Optional.of(node.path("maxChars").asInt())
            : Optional.empty());
  }
}
