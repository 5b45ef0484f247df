package io.marketplace.model.routing;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Takes an alias's route away. A tenant's approver takes the tenant's own away, and the platform's
 * is in force there again; a platform administrator takes the platform's away.
 */
@Singleton
public final class RemoveRoute {

  private final Work work;
  private final Routes routes;
  private final AuditTrail audit;
  private final Clock clock;

  /** Works on {@code routes}. */
  @Inject
  public RemoveRoute(Work work, Routes routes, AuditTrail audit, Clock clock) {
    this.work = work;
    this.routes = routes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds a version that says the route is removed; the gateways follow within a second.
   *
   * @param version the version that was looked at; empty: whatever is in force
   * @throws MarketplaceException {@code forbidden}, {@code model_not_found} if the caller's side
   *     has no route of this alias, or {@code conflict} if somebody else wrote a version meanwhile
   */
  public Route remove(Actor actor, Alias alias, OptionalInt version) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER);
    Optional<TenantId> owner = actor.is(Role.PLATFORM_ADMIN) ? Optional.empty() : actor.tenant();
    Scope scope = actor.is(Role.PLATFORM_ADMIN) ? Scope.PLATFORM : actor.scope();
    return work.in(
        scope,
        () -> {
          Route before =
              routes
                  .newest(owner, alias)
                  .filter(route -> !route.removed())
                  .orElseThrow(() -> unknown(owner));
          if (version.orElse(before.version()) != before.version()) {
            throw new MarketplaceException(
                ProblemCode.CONFLICT,
                "The route was changed meanwhile: version " + before.version() + " is in force.");
          }
          Route after = removed(before, actor);
          routes.add(after);
          audit.record(
              new AuditEntry(
                  owner,
                  Author.of(actor),
                  "route.removed",
                  "route",
                  alias.value(),
                  RouteCheck.facts(before),
                  RouteCheck.facts(after)));
          return after;
        });
  }

  private Route removed(Route before, Actor actor) {
    return new Route(
        before.tenant(),
        before.alias(),
        before.tier(),
        before.version() + 1,
        RouteBody.of(List.of(), List.of()),
        actor.name(),
        clock.instant(),
        true);
  }

  private static MarketplaceException unknown(Optional<TenantId> owner) {
    return new MarketplaceException(
        ProblemCode.MODEL_NOT_FOUND,
        owner.isPresent()
            ? "Your tenant has no route of its own for this alias."
            : "The platform has no route of this alias.");
  }
}
