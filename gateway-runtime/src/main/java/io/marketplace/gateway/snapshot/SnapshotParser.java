package io.marketplace.gateway.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyHash;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.routing.CredentialCipher;
import io.marketplace.model.routing.PoolId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the document of {@code gateway_snapshot()} into a {@link Snapshot}. */
public final class SnapshotParser {
  private final ObjectMapper json = new ObjectMapper();
  private final PoolReader pools;
  private final GuardReader guardrails = new GuardReader();

  public SnapshotParser(CredentialCipher cipher) {
    this.pools = new PoolReader(cipher, json);
  }

  /**
   * Parses a whole document. Single entries that make no sense (a route to a pool that is gone, an
   * address that is none) are left out, so that one bad row does not stop the others.
   *
   * @throws IllegalArgumentException if the document is not a snapshot at all
   */
  public Snapshot parse(String document) {
    try {
      JsonNode root = json.readTree(document);
      if (!root.path("version").isIntegralNumber() || !root.path("keys").isArray()) {
        throw new IllegalArgumentException("the document is no configuration snapshot");
      }
      return read(root);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the snapshot is not well-formed", e);
    }
  }

  private Snapshot read(JsonNode root) {
    Map<PoolId, Pool> poolsById = new HashMap<>();
    RouteReader routes = new RouteReader(pools.read(root, poolsById));
    Map<String, Route> platform = new HashMap<>();
    for (JsonNode tier : root.path("tiers")) {
      // A tier is an alias even before anybody has routed it: it has no healthy route yet, it is
      // not unknown.
      platform.put(tier.asText(), RouteReader.unrouted(tier.asText()));
    }
    Map<TenantId, Map<String, Route>> byTenant = new HashMap<>();
    for (JsonNode node : root.path("routes")) {
      Route route = routes.read(node);
      if (node.path("tenantId").isTextual()) {
        TenantId tenant = TenantId.parse(node.path("tenantId").asText());
        byTenant.computeIfAbsent(tenant, key -> new HashMap<>()).put(route.alias(), route);
      } else {
        platform.put(route.alias(), route);
      }
    }
    Map<TenantId, LawTable> laws = new HashMap<>();
    Set<Provider> providers =
        poolsById.values().stream().map(Pool::provider).collect(Collectors.toSet());
    LawTable platformLaw = new LawReader(json).read(root.path("policies"), providers, laws);
    Map<KeyHash, KeyEntry> keys = new KeyReader(root.path("applications")).read(root.path("keys"));
    GuardReader.Guards guards = guardrails.read(root.path("guardrails"));
    return new Snapshot(
        root.path("version").asLong(),
        keys,
        grants(root.path("grants")),
        platform,
        byTenant,
        laws,
        platformLaw,
        LawReader.words(root.path("sensitivities")),
        poolsById,
        BudgetIndex.read(root.path("budgets"), keys.values()),
        new LimitReader(root.path("limits")).read(keys.values()),
        guards.byTenant(),
        guards.platform());
  }

  private static Map<ApplicationId, Map<String, Grant>> grants(JsonNode nodes) {
    Map<ApplicationId, Map<String, Grant>> grants = new HashMap<>();
    for (JsonNode node : nodes) {
      String tier = node.path("tier").asText();
      Grant grant =
          new Grant(
              tier,
              // What cannot be read is taken for the most sensitive.
              Sensitivity.of(node.path("sensitivity").asText()).orElse(Sensitivity.RESTRICTED),
              !node.path("state").asText().equals("active"),
              Times.read(node.path("until")),
              new BudgetRef(BudgetId.parse(node.path("id").asText()), "", "grant"));
      grants
          .computeIfAbsent(
              ApplicationId.parse(node.path("applicationId").asText()), key -> new HashMap<>())
          .put(tier, grant);
    }
    return grants;
  }
}
