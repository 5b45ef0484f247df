package io.marketplace.model.quota;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Limits somebody's calls. A platform administrator sets the platform's limits, for any tenant; a
 * tenant's approver the tenant's own, which stand beside the platform's.
 */
@Singleton
public final class PutLimit {

  private final Work work;
  private final Limits limits;
  private final AuditTrail audit;
  private final Clock clock;

  /** Works on {@code limits}. */
  @Inject
  public PutLimit(Work work, Limits limits, AuditTrail audit, Clock clock) {
    this.work = work;
    this.limits = limits;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Sets the limit of that scope and tier, whether there was one or not; the gateways follow within
   * a second. Saying again what stands changes nothing.
   *
   * @param tier the calls of this tier alone; empty: of all tiers together
   * @param version the version the change was made on, 0 for none; empty: whatever is in force
   * @throws MarketplaceException {@code forbidden}, {@code invalid_request_error}, {@code
   *     not_found} for a scope the actor does not see, or {@code conflict} for a revoked key, an
   *     archived application, or if somebody else changed the limit meanwhile
   */
  public CallLimit put(
      Actor actor, LimitScope scope, Optional<Tier> tier, LimitTerms terms, OptionalInt version) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER);
    LimitTerms checked = terms.checked();
    LimitOwner owner = actor.is(Role.PLATFORM_ADMIN) ? LimitOwner.PLATFORM : LimitOwner.TENANT;
    return work.in(
        actor.scope(),
        () -> {
          Limits.Place place =
              limits
                  .place(scope)
                  .orElseThrow(
                      () ->
                          new MarketplaceException(
                              ProblemCode.NOT_FOUND,
                              "There is no " + scope.type() + " of this identifier."));
          if (!place.live()) {
            throw new MarketplaceException(
                ProblemCode.CONFLICT, "This " + scope.type() + " makes no calls any more.");
          }
          Optional<CallLimit> before = limits.find(owner, scope, tier);
          int current = before.map(CallLimit::version).orElse(0);
          if (version.orElse(current) != current) {
            throw new MarketplaceException(
                ProblemCode.CONFLICT,
                version.orElse(0) == 0
                    ? "There is such a limit already, in version " + current + "."
                    : "The limit was changed meanwhile: version " + current + " is in force.");
          }
          if (before.map(CallLimit::terms).filter(checked::equals).isPresent()) {
            return before.get();
          }
          CallLimit after =
              before
                  .map(limit -> limit.changed(checked, actor.name(), clock.instant()))
                  .orElseGet(
                      () ->
                          new CallLimit(
                              LimitId.create(),
                              place.tenant(),
                              owner,
                              scope,
                              tier,
                              checked,
                              1,
                              actor.name(),
                              clock.instant()));
          if (before.isPresent()) {
            limits.change(after);
          } else {
            limits.add(after);
          }
          audit.record(
              new AuditEntry(
                  Optional.of(after.tenant()),
                  Author.of(actor),
                  "limit.put",
                  "limit",
                  after.id().toString(),
                  before.map(CallLimit::facts).orElse(Facts.NONE),
                  after.facts()));
          return after;
        });
  }
}
