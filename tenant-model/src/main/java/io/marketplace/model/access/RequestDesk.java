package io.marketplace.model.access;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.Application;
import io.marketplace.model.tenant.Applications;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What all steps of a request share: finding it, who may take the step, writing it down. */
@Singleton
public final class RequestDesk {

  private final AccessRequests requests;
  private final Applications applications;
  private final AuditTrail audit;
  private final Clock clock;

  /** Finds requests in {@code requests}. */
  @Inject
  public RequestDesk(
      AccessRequests requests, Applications applications, AuditTrail audit, Clock clock) {
    this.requests = requests;
    this.applications = applications;
    this.audit = audit;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** The request, locked, if the actor sees it. */
  AccessRequest take(Actor actor, RequestId id) {
    AccessRequest request = requests.lock(id).orElseThrow(RequestDesk::notFound);
    if (!actor.readsWholeScope()
        && !request.requestedBy().equals(actor.person())
        && !actor.isOf(applicationOf(request).team())) {
      throw notFound();
    }
    return request;
  }

  Application applicationOf(AccessRequest request) {
    return applications.find(request.application()).orElseThrow(RequestDesk::notFound);
  }

  /**
   * Refuses whoever may not decide; nobody decides what they asked for themselves, nor what they
   * answered for those who asked.
   */
  void requireDecider(Actor actor, AccessRequest request) {
    actor.require(Role.TENANT_APPROVER, Role.PLATFORM_ADMIN);
    if (request.requestedBy().equals(actor.person())
        || requests.repliers(request.id()).contains(actor.person())) {
      throw new MarketplaceException(
          ProblemCode.FORBIDDEN, "You cannot decide your own request; ask another approver.");
    }
  }

  /** Refuses whoever neither asked nor is a developer of the application's team. */
  void requireAsker(Actor actor, AccessRequest request) {
    if (request.requestedBy().equals(actor.person())) {
      return;
    }
    if (actor.is(Role.DEVELOPER) && actor.isOf(applicationOf(request).team())) {
      return;
    }
    throw new MarketplaceException(
        ProblemCode.FORBIDDEN, "Only those who asked for the access may do this.");
  }

  /** Adds a decision to the request's history. */
  void decide(
      Actor actor, AccessRequest request, DecisionKind kind, String reason, TermChanges changes) {
    requests.addDecision(
        request, new Decision(actor.person(), kind, reason, changes.facts(), clock.instant()));
  }

  /** Writes the step down in the audit. */
  void record(Actor actor, AccessRequest request, String action, Facts before, String reason) {
    Facts after = request.facts();
    audit.record(
        new AuditEntry(
            Optional.of(request.tenant()),
            Author.of(actor),
            action,
            "access-request",
            request.id().toString(),
            before,
            reason.isEmpty() ? after : after.with("reason", reason)));
  }

  private static MarketplaceException notFound() {
    return new MarketplaceException(
        ProblemCode.NOT_FOUND, "There is no access request of this identifier.");
  }
}
