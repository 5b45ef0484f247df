package io.marketplace.model.access;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Takes a request back before it is decided. */
@Singleton
public final class WithdrawRequest {

  private final Work work;
  private final RequestDesk desk;

  /** Finds requests at {@code desk}. */
  @Inject
  public WithdrawRequest(Work work, RequestDesk desk) {
    this.work = work;
    this.desk = desk;
  }

  /**
   * Withdraws it.
   *
   * @param reason up to 2,000 characters, may be null
   * @return the request, withdrawn
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}; {@code forbidden}
   *     unless the actor asked or is a developer of the application's team; {@code conflict} if it
   *     is decided
   */
  public RequestOutcome withdraw(Actor actor, RequestId id, @Nullable String reason) {
    String goodReason = Input.text("reason", reason, 2000);
    return work.in(
        actor.scope(),
        () -> {
          AccessRequest request = desk.take(actor, id);
          desk.requireAsker(actor, request);
          Facts before = request.facts();
          request.move(
              RequestState.WITHDRAWN,
              desk.now(),
              RequestState.DRAFT,
              RequestState.PENDING,
              RequestState.ASKED_BACK,
              RequestState.HALF_APPROVED);
          desk.decide(actor, request, DecisionKind.WITHDRAW, goodReason, TermChanges.NONE);
          desk.record(actor, request, "access.withdrawn", before, goodReason);
          return RequestOutcome.of(request);
        });
  }
}
