package io.marketplace.gateway.snapshot;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyHash;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.routing.PoolId;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The configuration at one version, with the indexes a call needs. Immutable: a call keeps the one
 * it began with.
 *
 * @param keys by hash of the secret
 * @param grants by application, then by tier
 * @param platformRoutes by alias
 * @param tenantRoutes by tenant, then by alias; these hide the platform's
 * @param laws of tenants that have a policy of their own
 * @param platformLaw of all other tenants
 * @param sensitivities the enterprise's own words for them, in lower case
 * @param pools all pools, for probes
 * @param budgets which budgets a call counts in
 * @param limits what limits the calls of each key
 * @param tenantGuards guardrails of tenants that have some of their own, the platform's among them
 * @param platformGuards for all other tenants; null: none
 */
public record Snapshot(
    long version,
    Map<KeyHash, KeyEntry> keys,
    Map<ApplicationId, Map<String, Grant>> grants,
    Map<String, Route> platformRoutes,
    Map<TenantId, Map<String, Route>> tenantRoutes,
    Map<TenantId, LawTable> laws,
    LawTable platformLaw,
    Map<String, Sensitivity> sensitivities,
    Map<PoolId, Pool> pools,
    BudgetIndex budgets,
    LimitBook limits,
    Map<TenantId, GuardSet> tenantGuards,
    @Nullable GuardSet platformGuards) {

  public Snapshot {
    keys = Map.copyOf(keys);
    grants = Map.copyOf(grants);
    platformRoutes = Map.copyOf(platformRoutes);
    tenantRoutes = Map.copyOf(tenantRoutes);
    laws = Map.copyOf(laws);
    sensitivities = Map.copyOf(sensitivities);
    pools = Map.copyOf(pools);
    tenantGuards = Map.copyOf(tenantGuards);
  }

  /** The route a tenant's alias leads to; null for an unknown alias. */
  public @Nullable Route route(TenantId tenant, String alias) {
    Route own = tenantRoutes.getOrDefault(tenant, Map.of()).get(alias);
    return own == null ? platformRoutes.get(alias) : own;
  }

  /** All aliases a tenant knows, in alphabetical order. */
  public SortedMap<String, Route> routes(TenantId tenant) {
    SortedMap<String, Route> all = new TreeMap<>(platformRoutes);
    all.putAll(tenantRoutes.getOrDefault(tenant, Map.of()));
    return all;
  }

  /** An application's grant for a tier; null without one. */
  public @Nullable Grant grant(ApplicationId application, String tier) {
    return grants.getOrDefault(application, Map.of()).get(tier);
  }

  /**
   * What a caller says of its data's sensitivity: a code, or a word of the enterprise's.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} naming
   *     {@code field} for a word nobody knows
   */
  public Sensitivity sensitivity(String field, String said) {
    String word = said.strip().toLowerCase(Locale.ROOT);
    Sensitivity known = sensitivities.get(word);
    return known == null ? Sensitivity.parse(field, word) : known;
  }

  /** The law that holds for a tenant's calls. */
  public LawTable law(TenantId tenant) {
    return laws.getOrDefault(tenant, platformLaw);
  }

  /** The guardrails of a tenant's calls; null: none, and nothing is read for them. */
  public @Nullable GuardSet guards(TenantId tenant) {
    return tenantGuards.getOrDefault(tenant, platformGuards);
  }
}
