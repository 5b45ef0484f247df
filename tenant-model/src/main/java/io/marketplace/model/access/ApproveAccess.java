package io.marketplace.model.access;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.ApprovalThresholds;
import io.marketplace.model.tenant.Tenant;
import io.marketplace.model.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Approves a request. Above the tenant's thresholds two people must: the first approval leaves the
 * request half-approved, and the second may only narrow what the first agreed to.
 */
@Singleton
public final class ApproveAccess {

  private final Work work;
  private final RequestDesk desk;
  private final AccessRequests requests;
  private final OpenGrant openGrant;
  private final Tenants tenants;

  /** Finds requests at {@code desk}. */
  @Inject
  public ApproveAccess(
      Work work, RequestDesk desk, AccessRequests requests, OpenGrant openGrant, Tenants tenants) {
    this.work = work;
    this.desk = desk;
    this.requests = requests;
    this.openGrant = openGrant;
    this.tenants = tenants;
  }

  /**
   * Approves it.
   *
   * @param reason up to 2,000 characters, may be null
   * @param changes what is approved differently than asked
   * @return the request, granted or half-approved
   * @throws MarketplaceException {@code not_found}; {@code forbidden} for one's own request or
   *     without the role; {@code conflict} if it waits for no approval, if the actor gave the first
   *     one, or if the tier's grant is suspended; {@code invalid_request_error} for impossible
   *     terms
   */
  public RequestOutcome approve(
      Actor actor, RequestId id, @Nullable String reason, TermChanges changes) {
    String goodReason = Input.text("reason", reason, 2000);
    return work.in(
        actor.scope(),
        () -> {
          AccessRequest request = desk.take(actor, id);
          desk.requireDecider(actor, request);
          request.requireState(RequestState.PENDING, RequestState.HALF_APPROVED);
          desk.applicationOf(request).requireLive();
          boolean second = request.state() == RequestState.HALF_APPROVED;
          RequestTerms terms = request.terms().with(changes);
          terms.requireComplete(desk.now());
          if (second) {
            requireAnother(actor, id);
            requireNarrower(terms, request.terms());
          }
          Facts before = request.facts();
          request.setTerms(terms);
          desk.decide(actor, request, DecisionKind.APPROVE, goodReason, changes);
          if (!second && approvalsFor(request) == 2) {
            request.needApprovals(2);
            request.move(RequestState.HALF_APPROVED, desk.now(), RequestState.PENDING);
            desk.record(actor, request, "access.half-approved", before, goodReason);
          } else {
            request.grantedBy(openGrant.give(actor, request, desk.now()));
            request.move(
                RequestState.GRANTED, desk.now(), RequestState.PENDING, RequestState.HALF_APPROVED);
            desk.record(actor, request, "access.approved", before, goodReason);
          }
          return RequestOutcome.of(request);
        });
  }

  private int approvalsFor(AccessRequest request) {
    ApprovalThresholds thresholds =
        tenants.find(request.tenant()).map(Tenant::thresholds).orElse(ApprovalThresholds.DEFAULT);
    return thresholds.approvalsFor(request.terms().budget(), request.terms().sensitivity());
  }

  private void requireAnother(Actor actor, RequestId id) {
    if (requests.approvers(id).contains(actor.person())) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT,
          "You gave the first approval; a second person must give the other.");
    }
  }

  private static void requireNarrower(RequestTerms terms, RequestTerms first) {
    boolean longer =
        first.until().isPresent()
            && (terms.until().isEmpty() || terms.until().get().isAfter(first.until().get()));
    if (longer
        || terms.budget().compareTo(first.budget()) > 0
        || terms.sensitivity().compareTo(first.sensitivity()) > 0) {
      throw Input.invalid(
          "changes", "The second approval may only narrow what the first one agreed to.");
    }
  }
}
