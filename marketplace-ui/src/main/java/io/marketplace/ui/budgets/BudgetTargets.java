package io.marketplace.ui.budgets;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.quota.BudgetKind;
import io.marketplace.model.tenant.ApplicationFilter;
import io.marketplace.model.tenant.TenantQueries;
import java.util.List;

/** The things a budget can be set on, as the reader sees them. */
final class BudgetTargets {

  private static final PageRequest ALL = PageRequest.first(PageRequest.MAX);

  private final Actor actor;
  private final TenantQueries tenants;
  private final KeyQueries keys;

  BudgetTargets(Actor actor, TenantQueries tenants, KeyQueries keys) {
    this.actor = actor;
    this.tenants = tenants;
    this.keys = keys;
  }

  /** A thing: its identifier, and its name with what it belongs to. */
  record Target(String id, String name) {}

  /** Whether labels must say whose they are. */
  boolean acrossTenants() {
    return actor.is(Role.PLATFORM_ADMIN);
  }

  /** The things of that kind; none for labels, which calls bring themselves. */
  List<Target> of(BudgetKind kind) {
    return switch (kind) {
      case TENANT ->
          tenants.tenants(actor, ALL).items().stream()
              .map(tenant -> new Target(tenant.id().toString(), tenant.name()))
              .toList();
      case TEAM ->
          tenants.teams(actor, ALL).items().stream()
              .map(team -> new Target(team.id().toString(), team.name() + ", " + team.tenantName()))
              .toList();
      case APPLICATION ->
          tenants.applications(actor, ApplicationFilter.LIVE, ALL).items().stream()
              .map(
                  application ->
                      new Target(
                          application.id().toString(),
                          application.name() + ", " + application.teamName()))
              .toList();
      case KEY ->
          keys.keys(actor, KeyFilter.ALL.in(KeyFilter.LIVE), ALL).items().stream()
              .map(
                  key -> new Target(key.id().toString(), key.name() + ", " + key.applicationName()))
              .toList();
      default -> List.of();
    };
  }
}
