package io.marketplace.gateway.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.quota.BudgetId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which budgets a call counts in: those of its key, application, team and tenant are found once for
 * each key, those of its labels by one look for each label.
 */
public final class BudgetIndex {
  /** No budget but those of the grants. */
  public static final BudgetIndex EMPTY = new BudgetIndex(Map.of(), Map.of());

  /** Whose scope: {@code type} and {@code id} are those of the budget. */
  private record Place(TenantId tenant, String type, String id) {}

  private static final String EACH = "*";

  /** Keys are minted from keys only a few times over; a circle must not hold up the snapshot. */
  private static final int MAX_DEPTH = 16;

  private final Map<KeyId, List<BudgetRef>> fixed;
  private final Map<Place, List<BudgetId>> places;

  private BudgetIndex(Map<KeyId, List<BudgetRef>> fixed, Map<Place, List<BudgetId>> places) {
    this.fixed = fixed;
    this.places = places;
  }

  /** Reads the snapshot's {@code budgets} for the owners of {@code keys}. */
  static BudgetIndex read(JsonNode nodes, Collection<KeyEntry> keys) {
    Map<Place, List<BudgetId>> places = new HashMap<>();
    for (JsonNode node : nodes) {
      Place place =
          new Place(
              TenantId.parse(node.path("tenantId").asText()),
              node.path("scope").asText(),
              node.path("scopeId").asText());
      places
          .computeIfAbsent(place, key -> new ArrayList<>(2))
          .add(BudgetId.parse(node.path("id").asText()));
    }
    if (places.isEmpty()) {
      return EMPTY;
    }
    Map<KeyId, KeyEntry> byId = new HashMap<>();
    keys.forEach(key -> byId.put(key.owner().key(), key));
    Map<KeyId, List<BudgetRef>> fixed = new HashMap<>();
    for (KeyEntry key : keys) {
      CallOwner owner = key.owner();
      fixed.computeIfAbsent(
          owner.key(),
          id -> {
            List<BudgetRef> refs = new ArrayList<>();
            add(refs, places, owner.tenant(), "key", owner.key().toString());
            // What a key has minted counts in its own budgets.
            KeyEntry minted = key;
            for (int depth = 0; depth < MAX_DEPTH && minted != null; depth++) {
              KeyId parent = minted.bounds().parent();
              if (parent == null) {
                break;
              }
              add(refs, places, owner.tenant(), "key", parent.toString());
              minted = byId.get(parent);
            }
            add(refs, places, owner.tenant(), "application", owner.application().toString());
            add(refs, places, owner.tenant(), "team", owner.team().toString());
            add(refs, places, owner.tenant(), "tenant", owner.tenant().toString());
            return List.copyOf(refs);
          });
    }
    return new BudgetIndex(Map.copyOf(fixed), Map.copyOf(places));
  }

  private static void add(
      List<BudgetRef> refs,
      Map<Place, List<BudgetId>> places,
      TenantId tenant,
      String type,
      String id) {
    for (BudgetId budget : places.getOrDefault(new Place(tenant, type, id), List.of())) {
      refs.add(new BudgetRef(budget, "", type));
    }
  }

  /** The budgets of a call; the grant's own comes first. */
  public List<BudgetRef> of(CallOwner owner, Attribution attribution, @Nullable Grant grant) {
    List<BudgetRef> refs = new ArrayList<>(4);
    if (grant != null) {
      refs.add(grant.budget());
    }
    if (places.isEmpty()) {
      return refs;
    }
    refs.addAll(fixed.getOrDefault(owner.key(), List.of()));
    label(refs, owner.tenant(), "agent", attribution.agent());
    label(refs, owner.tenant(), "workflow", attribution.workflow());
    label(refs, owner.tenant(), "customer", attribution.customer());
    label(refs, owner.tenant(), "use-case", attribution.useCase());
    return refs;
  }

  private void label(List<BudgetRef> refs, TenantId tenant, String type, @Nullable String value) {
    if (value == null) {
      // Calls without the label have a budget of their own.
      add(refs, places, tenant, type, "");
      return;
    }
    add(refs, places, tenant, type, value);
    for (BudgetId budget : places.getOrDefault(new Place(tenant, type, EACH), List.of())) {
      refs.add(new BudgetRef(budget, value, type));
    }
  }
}
