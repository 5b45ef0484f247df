package io.marketplace.model.access;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.tenant.Application;
import io.marketplace.model.tenant.OwnApplications;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Begins a request that is not sent yet. */
@Singleton
public final class DraftRequest {

  private final Work work;
  private final OwnApplications own;
  private final AccessRequests requests;
  private final RequestDesk desk;

  /** Keeps it in {@code requests}. */
  @Inject
  public DraftRequest(Work work, OwnApplications own, AccessRequests requests, RequestDesk desk) {
    this.work = work;
    this.own = own;
    this.requests = requests;
    this.desk = desk;
  }

  /**
   * Keeps a draft; its terms may be incomplete.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found} or {@code
   *     forbidden} for an application the actor may not act for; {@code conflict} if it is archived
   */
  public RequestOutcome draft(Actor actor, ApplicationId applicationId, RequestTerms terms) {
    return work.in(
        actor.scope(),
        () -> {
          Application application = own.require(actor, applicationId);
          application.requireLive();
          AccessRequest request =
              new AccessRequest(application, actor.person(), terms, RequestState.DRAFT, desk.now());
          requests.add(request);
          desk.record(actor, request, "access.drafted", Facts.NONE, "");
          return RequestOutcome.of(request);
        });
  }
}
