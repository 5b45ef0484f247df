package io.marketplace.ui.budgets;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.quota.BudgetKind;
import io.marketplace.model.quota.BudgetScope;
import io.marketplace.model.quota.BudgetView;
import io.marketplace.model.tenant.ApplicationView;
import io.marketplace.model.tenant.TeamView;
import io.marketplace.model.tenant.TenantQueries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Finds where budgets stand; each thing is read once. */
final class BudgetPlaces {

  private static final int LABELS = 1;
  private static final List<BudgetKind> KINDS = List.of(BudgetKind.values());

  private final Actor actor;
  private final TenantQueries tenants;
  private final KeyQueries keys;
  private final Map<String, List<BudgetPlace.Step>> known = new HashMap<>();

  BudgetPlaces(Actor actor, TenantQueries tenants, KeyQueries keys) {
    this.actor = actor;
    this.tenants = tenants;
    this.keys = keys;
  }

  BudgetPlace of(BudgetView view) {
    return of(view.budget().tenant(), view.budget().scope(), BudgetWords.name(view));
  }

  BudgetPlace of(TenantId tenant, BudgetScope scope) {
    return of(tenant, scope, BudgetWords.label(scope));
  }

  private BudgetPlace of(TenantId tenant, BudgetScope scope, String label) {
    String id = scope.id();
    List<BudgetPlace.Step> steps =
        switch (scope.kind()) {
          case TENANT -> tenant(tenant);
          case TEAM -> team(tenant, TeamId.parse(id));
          case APPLICATION -> application(tenant, ApplicationId.parse(id));
          case KEY -> key(tenant, KeyId.parse(id));
          default ->
              under(
                  tenant(tenant),
                  new BudgetPlace.Step(
                      LABELS + KINDS.indexOf(scope.kind()),
                      BudgetWords.kind(scope.kind()),
                      label,
                      id));
        };
    return new BudgetPlace(steps);
  }

  private List<BudgetPlace.Step> tenant(TenantId id) {
    return once(
        id.toString(),
        () -> List.of(step("tenant", tenants.tenant(actor, id).name(), id.toString())),
        List.of(step("tenant", "Tenant", id.toString())));
  }

  private List<BudgetPlace.Step> team(TenantId tenant, TeamId id) {
    return once(
        id.toString(),
        () -> {
          TeamView team = tenants.team(actor, id);
          return under(tenant(tenant), step("team", team.name(), id.toString()));
        },
        under(tenant(tenant), step("team", "Team", id.toString())));
  }

  private List<BudgetPlace.Step> application(TenantId tenant, ApplicationId id) {
    return once(
        id.toString(),
        () -> {
          ApplicationView found = tenants.application(actor, id);
          return under(
              team(tenant, found.team()), step("application", found.name(), id.toString()));
        },
        under(tenant(tenant), step("application", "Application", id.toString())));
  }

  private List<BudgetPlace.Step> key(TenantId tenant, KeyId id) {
    return once(
        id.toString(),
        () -> {
          KeyView key = keys.key(actor, id);
          return under(
              application(tenant, key.application()), step("key", key.name(), id.toString()));
        },
        under(tenant(tenant), step("key", "Key", id.toString())));
  }

  /** What is gone meanwhile, or only partly within sight, still stands beneath its tenant. */
  private List<BudgetPlace.Step> once(
      String id, Supplier<List<BudgetPlace.Step>> find, List<BudgetPlace.Step> otherwise) {
    List<BudgetPlace.Step> steps = known.get(id);
    if (steps == null) {
      try {
        steps = find.get();
      } catch (MarketplaceException gone) {
        steps = otherwise;
      }
      known.put(id, steps);
    }
    return steps;
  }

  private static BudgetPlace.Step step(String kind, String name, String id) {
    return new BudgetPlace.Step(0, kind, name, id);
  }

  private static List<BudgetPlace.Step> under(List<BudgetPlace.Step> above, BudgetPlace.Step step) {
    List<BudgetPlace.Step> steps = new ArrayList<>(above);
    steps.add(step);
    return List.copyOf(steps);
  }
}
