package io.marketplace.model.access;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Sends a draft off; who does it is who asks. */
@Singleton
public final class SubmitDraft {

  private final Work work;
  private final RequestDesk desk;
  private final OpenGrant openGrant;

  /** Finds it at {@code desk}. */
  @Inject
  public SubmitDraft(Work work, RequestDesk desk, OpenGrant openGrant) {
    this.work = work;
    this.desk = desk;
    this.openGrant = openGrant;
  }

  /**
   * Asks for what the draft says.
   *
   * @return the request, pending
   * @throws io.marketplace.model.problem.MarketplaceException as {@link RequestAccess#request}, and
   *     {@code conflict} if it is no draft any more
   */
  public RequestOutcome submit(Actor actor, RequestId id) {
    return work.in(
        actor.scope(),
        () -> {
          AccessRequest request = desk.take(actor, id);
          desk.requireAsker(actor, request);
          Facts before = request.facts();
          request.move(RequestState.PENDING, desk.now(), RequestState.DRAFT);
          request.askedBy(actor.person());
          desk.applicationOf(request).requireLive();
          request.terms().requireComplete(desk.now());
          openGrant.refuseSuspended(request.application(), request.terms().tier());
          desk.record(actor, request, "access.requested", before, "");
          return RequestOutcome.of(request);
        });
  }
}
