package io.marketplace.model.routing;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Says where an alias's calls go. A platform administrator writes the platform's route; a tenant's
 * approver the tenant's own, which goes before it.
 */
@Singleton
public final class PutRoute {

  private final Work work;
  private final Routes routes;
  private final Pools pools;
  private final AuditTrail audit;
  private final Clock clock;

  /** Works on {@code routes}. */
  @Inject
  public PutRoute(Work work, Routes routes, Pools pools, AuditTrail audit, Clock clock) {
    this.work = work;
    this.routes = routes;
    this.pools = pools;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds a version of the route; the gateways follow within a second.
   *
   * @param tier the tier whose grant opens the alias; may be left out for the six tiers' own
   *     aliases and for an alias that has a route
   * @param version the version the change was made on, 0 for none; empty: whatever is in force
   * @throws MarketplaceException {@code forbidden}, {@code invalid_request_error}, or {@code
   *     conflict} if somebody else wrote a version meanwhile
   */
  public Route put(
      Actor actor, Alias alias, Optional<Tier> tier, RouteBody body, OptionalInt version) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER);
    Optional<TenantId> owner = actor.is(Role.PLATFORM_ADMIN) ? Optional.empty() : actor.tenant();
    Scope scope = actor.is(Role.PLATFORM_ADMIN) ? Scope.PLATFORM : actor.scope();
    RouteBody checked = RouteCheck.check(body);
    return work.in(scope, () -> add(actor, owner, alias, tier, checked, version));
  }

  private Route add(
      Actor actor,
      Optional<TenantId> owner,
      Alias alias,
      Optional<Tier> tier,
      RouteBody body,
      OptionalInt version) {
    Optional<Route> before = routes.newest(owner, alias);
    int current = before.map(Route::version).orElse(0);
    if (version.orElse(current) != current) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT,
          "The route was changed meanwhile: version " + current + " is in force.");
    }
    Stream.concat(Stream.of(body.candidates()), body.fallback().stream())
        .flatMap(group -> group.stream())
        .forEach(this::mustBeServed);
    Route route =
        new Route(
            owner,
            alias,
            tier(alias, tier, before.or(() -> routes.newest(Optional.empty(), alias))),
            current + 1,
            body,
            actor.name(),
            clock.instant(),
            false);
    routes.add(route);
    audit.record(
        new AuditEntry(
            owner,
            Author.of(actor),
            "route.put",
            "route",
            alias.value(),
            before.map(RouteCheck::facts).orElse(Facts.NONE),
            RouteCheck.facts(route)));
    return route;
  }

  private void mustBeServed(Candidate candidate) {
    Pool pool =
        pools
            .find(candidate.poolId())
            .filter(found -> found.archivedAt().isEmpty())
            .orElseThrow(
                () ->
                    Input.invalid(
                        "candidates.poolId", "No pool in service is " + candidate.poolId() + "."));
    if (pool.models().stream().noneMatch(model -> model.name().equals(candidate.model()))) {
      throw Input.invalid(
          "candidates.model", "Pool " + pool.name() + " does not serve that model.");
    }
  }

  // An alias keeps its tier: it is what grants were given for.
  private static Tier tier(Alias alias, Optional<Tier> asked, Optional<Route> known) {
    Optional<Tier> fixed = alias.tier().or(() -> known.map(Route::tier));
    if (fixed.isPresent() && asked.isPresent() && !fixed.equals(asked)) {
      throw Input.invalid(
          "tier", "The alias " + alias + " belongs to the tier " + fixed.get().code() + ".");
    }
    return fixed
        .or(() -> asked)
        .orElseThrow(() -> Input.invalid("tier", "tier must be given for a new alias."));
  }
}
