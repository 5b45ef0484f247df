package io.marketplace.model.quota;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Ends a limit; its calls go on without it within a second. */
@Singleton
public final class RemoveLimit {

  private final Work work;
  private final Limits limits;
  private final AuditTrail audit;

  /** Works on {@code limits}. */
  @Inject
  public RemoveLimit(Work work, Limits limits, AuditTrail audit) {
    this.work = work;
    this.limits = limits;
    this.audit = audit;
  }

  /**
   * Ends it.
   *
   * @throws MarketplaceException {@code forbidden}, also for an approver and a limit of the
   *     platform's, or {@code not_found}
   */
  public void remove(Actor actor, LimitId id) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER);
    work.in(
        actor.scope(),
        () -> {
          CallLimit limit =
              limits
                  .find(id)
                  .orElseThrow(
                      () ->
                          new MarketplaceException(
                              ProblemCode.NOT_FOUND, "There is no limit of this identifier."));
          if (limit.owner() == LimitOwner.PLATFORM && !actor.is(Role.PLATFORM_ADMIN)) {
            throw new MarketplaceException(
                ProblemCode.FORBIDDEN,
                "The platform set this limit; only its administrators can end it.");
          }
          limits.remove(limit);
          audit.record(
              new AuditEntry(
                  Optional.of(limit.tenant()),
                  Author.of(actor),
                  "limit.removed",
                  "limit",
                  id.toString(),
                  limit.facts(),
                  Facts.NONE));
          return limit;
        });
  }
}
