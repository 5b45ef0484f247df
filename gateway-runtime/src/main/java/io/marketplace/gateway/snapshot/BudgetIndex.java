package io.marketplace.gateway.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.marketplace.model.kernel.PersonId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.BudgetKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which budgets a call counts in: those of its key, identity, application, team and tenant are
 * found once for each key, those of its labels by one look for each label.
 */
public final class BudgetIndex {
  /** No budget but those of the grants. */
  public static final BudgetIndex EMPTY = new BudgetIndex(Map.of(), Map.of(), Map.of());

  /** Whose scope: {@code type} and {@code id} are those of the budget. */
  private record Place(TenantId tenant, String type, String id) {}

  private static final String EACH = "*";

  /** Keys are minted from keys only a few times over; a circle must not hold up the snapshot. */
  private static final int MAX_DEPTH = 16;

  private final Map<KeyId, List<BudgetRef>> fixed;
  private final Map<Place, List<BudgetId>> places;
  private final Map<TenantId, Set<String>> limited;

  private BudgetIndex(
      Map<KeyId, List<BudgetRef>> fixed,
      Map<Place, List<BudgetId>> places,
      Map<TenantId, Set<String>> limited) {
    this.fixed = fixed;
    this.places = places;
    this.limited = limited;
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
    Map<TenantId, Set<String>> limited = new HashMap<>();
    places
        .keySet()
        .forEach(
            place ->
                limited.computeIfAbsent(place.tenant(), id -> new HashSet<>()).add(place.type()));
    Map<KeyId, KeyEntry> byId = new HashMap<>();
    keys.forEach(key -> byId.put(key.owner().key(), key));
    Map<KeyId, List<BudgetRef>> fixed = new HashMap<>();
    for (KeyEntry key : keys) {
      CallOwner owner = key.owner();
      fixed.computeIfAbsent(
          owner.key(),
          id -> {
            List<BudgetRef> refs = new ArrayList<>();
            add(refs, places, new Place(owner.tenant(), "key", owner.key().toString()), "");
            // What a key has minted counts in its own budgets.
            KeyEntry minted = key;
            for (int depth = 0; depth < MAX_DEPTH && minted != null; depth++) {
              KeyId parent = minted.bounds().parent();
              if (parent == null) {
                break;
              }
              add(refs, places, new Place(owner.tenant(), "key", parent.toString()), "");
              minted = byId.get(parent);
            }
            identity(refs, places, key);
            add(
                refs,
                places,
                new Place(owner.tenant(), "application", owner.application().toString()),
                "");
            add(refs, places, new Place(owner.tenant(), "team", owner.team().toString()), "");
            add(refs, places, new Place(owner.tenant(), "tenant", owner.tenant().toString()), "");
            return List.copyOf(refs);
          });
    }
    return new BudgetIndex(Map.copyOf(fixed), Map.copyOf(places), Map.copyOf(limited));
  }

  /** The budgets of a place; {@code label} is the value they count by, where each has its own. */
  private static void add(
      List<BudgetRef> refs, Map<Place, List<BudgetId>> places, Place place, String label) {
    for (BudgetId budget : places.getOrDefault(place, List.of())) {
      refs.add(new BudgetRef(budget, label, place.type()));
    }
  }

  private static void identity(
      List<BudgetRef> refs, Map<Place, List<BudgetId>> places, KeyEntry key) {
    PersonId person = key.bounds().identity();
    if (person != null) {
      TenantId tenant = key.owner().tenant();
      add(refs, places, new Place(tenant, "identity", person.toString()), "");
      add(refs, places, new Place(tenant, "identity", EACH), person.toString());
    }
  }

  /**
   * The labels that the call's key chose freely although the tenant limits what such labels spend:
   * of these a key may bring up only so many, or a new value would be a way round the budgets.
   * Neither those that are pinned on the key nor those with a budget of their own.
   */
  public List<FreeLabel> freeLabels(TenantId tenant, Attribution said, Attribution pinned) {
    Set<String> kinds = limited.get(tenant);
    if (kinds == null || said.equals(Attribution.NONE)) {
      return List.of();
    }
    List<FreeLabel> free = new ArrayList<>(4);
    free(free, kinds, tenant, BudgetKind.AGENT, said.agent(), pinned.agent());
    free(free, kinds, tenant, BudgetKind.WORKFLOW, said.workflow(), pinned.workflow());
    free(free, kinds, tenant, BudgetKind.CUSTOMER, said.customer(), pinned.customer());
    free(free, kinds, tenant, BudgetKind.USE_CASE, said.useCase(), pinned.useCase());
    return free;
  }

  private void free(
      List<FreeLabel> free,
      Set<String> kinds,
      TenantId tenant,
      BudgetKind kind,
      @Nullable String said,
      @Nullable String pinned) {
    if (said != null
        && pinned == null
        && kinds.contains(kind.code())
        && (said.equals(EACH) || !places.containsKey(new Place(tenant, kind.code(), said)))) {
      free.add(new FreeLabel(kind, said));
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
      add(refs, places, new Place(tenant, type, ""), "");
      return;
    }
    if (!value.equals(EACH)) {
      add(refs, places, new Place(tenant, type, value), "");
    }
    add(refs, places, new Place(tenant, type, EACH), value);
  }
}
