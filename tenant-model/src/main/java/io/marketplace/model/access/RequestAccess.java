package io.marketplace.model.access;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.tenant.Application;
import io.marketplace.model.tenant.OwnApplications;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Asks for access. While the application holds an active grant of the tier the request is one for
 * other terms: approving it changes the grant.
 */
@Singleton
public final class RequestAccess {

  private final Work work;
  private final OwnApplications own;
  private final AccessRequests requests;
  private final OpenGrant openGrant;
  private final RequestDesk desk;

  /** Keeps it in {@code requests}. */
  @Inject
  public RequestAccess(
      Work work,
      OwnApplications own,
      AccessRequests requests,
      OpenGrant openGrant,
      RequestDesk desk) {
    this.work = work;
    this.own = own;
    this.requests = requests;
    this.openGrant = openGrant;
    this.desk = desk;
  }

  /**
   * Asks.
   *
   * @return the request, pending
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found} or {@code
   *     forbidden} for an application the actor may not act for; {@code conflict} while another
   *     request for the tier is open, the tier's grant is suspended or the application is archived;
   *     {@code invalid_request_error} for incomplete terms
   */
  public RequestOutcome request(Actor actor, ApplicationId applicationId, RequestTerms terms) {
    return work.in(
        actor.scope(),
        () -> {
          Application application = own.require(actor, applicationId);
          application.requireLive();
          terms.requireComplete(desk.now());
          openGrant.refuseSuspended(applicationId, terms.tier());
          AccessRequest request =
              new AccessRequest(
                  application, actor.person(), terms, RequestState.PENDING, desk.now());
          requests.add(request);
          desk.record(actor, request, "access.requested", Facts.NONE, "");
          return RequestOutcome.of(request);
        });
  }
}
