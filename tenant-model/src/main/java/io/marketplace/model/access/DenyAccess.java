package io.marketplace.model.access;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Refuses a request, with the reason. */
@Singleton
public final class DenyAccess {

  private final Work work;
  private final RequestDesk desk;

  /** Finds requests at {@code desk}. */
  @Inject
  public DenyAccess(Work work, RequestDesk desk) {
    this.work = work;
    this.desk = desk;
  }

  /**
   * Denies it.
   *
   * @param reason required, 1 to 2,000 characters
   * @return the request, denied
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}; {@code forbidden}
   *     for one's own request or without the role; {@code conflict} if it waits for no decision
   */
  public RequestOutcome deny(Actor actor, RequestId id, @Nullable String reason) {
    String goodReason = Input.requiredText("reason", reason, 2000);
    return work.in(
        actor.scope(),
        () -> {
          AccessRequest request = desk.take(actor, id);
          desk.requireDecider(actor, request);
          Facts before = request.facts();
          request.move(
              RequestState.DENIED,
              desk.now(),
              RequestState.PENDING,
              RequestState.ASKED_BACK,
              RequestState.HALF_APPROVED);
          desk.decide(actor, request, DecisionKind.DENY, goodReason, TermChanges.NONE);
          desk.record(actor, request, "access.denied", before, goodReason);
          return RequestOutcome.of(request);
        });
  }
}
