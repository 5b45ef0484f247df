package io.marketplace.model.access;

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
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What all steps of a grant share: finding it, who may take the step, writing it down. */
@Singleton
public final class GrantDesk {

  private final Work work;
  private final AccessGrants grants;
  private final AccessRequests requests;
  private final AuditTrail audit;
  private final Clock clock;

  /** Finds grants in {@code grants}, and who asked for them in {@code requests}. */
  @Inject
  public GrantDesk(
      Work work, AccessGrants grants, AccessRequests requests, AuditTrail audit, Clock clock) {
    this.work = work;
    this.grants = grants;
    this.requests = requests;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes {@code step} of the grant as one unit of work; only approvers and administrators may. */
  GrantOutcome step(Actor actor, GrantId id, String action, BiConsumer<AccessGrant, Instant> step) {
    return work.in(
        actor.scope(),
        () -> {
          AccessGrant grant =
              grants
                  .lock(id)
                  .orElseThrow(
                      () ->
                          new MarketplaceException(
                              ProblemCode.NOT_FOUND, "There is no grant of this identifier."));
          actor.require(Role.TENANT_APPROVER, Role.PLATFORM_ADMIN);
          Facts before = grant.facts();
          step.accept(grant, clock.instant());
          record(Author.of(actor), grant, action, before);
          return new GrantOutcome(grant.id(), grant.state());
        });
  }

  /** Refuses who asked for the grant: to prolong it is to approve it once more. */
  void requireOther(Actor actor, AccessGrant grant) {
    if (grant
        .request()
        .flatMap(requests::find)
        .filter(request -> request.requestedBy().equals(actor.person()))
        .isPresent()) {
      throw new MarketplaceException(
          ProblemCode.FORBIDDEN, "You asked for this grant; another approver must do this.");
    }
  }

  /** Writes a step down. */
  void record(Author author, AccessGrant grant, String action, Facts before) {
    audit.record(
        new AuditEntry(
            Optional.of(grant.tenant()),
            author,
            action,
            "grant",
            grant.id().toString(),
            before,
            grant.facts()));
  }
}
