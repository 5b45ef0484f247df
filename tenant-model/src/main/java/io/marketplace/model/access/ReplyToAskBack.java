package io.marketplace.model.access;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Answers an approver's question, changing the terms where that is the answer. */
@Singleton
public final class ReplyToAskBack {

  private final Work work;
  private final RequestDesk desk;

  /** Finds requests at {@code desk}. */
  @Inject
  public ReplyToAskBack(Work work, RequestDesk desk) {
    this.work = work;
    this.desk = desk;
  }

  /**
   * Answers.
   *
   * @param answer required, 1 to 2,000 characters
   * @return the request, pending again
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}; {@code forbidden}
   *     for others' requests; {@code conflict} unless it was asked back; {@code
   *     invalid_request_error} for impossible terms
   */
  public RequestOutcome reply(
      Actor actor, RequestId id, @Nullable String answer, TermChanges changes) {
    String goodAnswer = Input.requiredText("reason", answer, 2000);
    return work.in(
        actor.scope(),
        () -> {
          AccessRequest request = desk.take(actor, id);
          desk.requireAsker(actor, request);
          Facts before = request.facts();
          request.move(RequestState.PENDING, desk.now(), RequestState.ASKED_BACK);
          RequestTerms terms = request.terms().with(changes);
          terms.requireComplete(desk.now());
          request.setTerms(terms);
          desk.decide(actor, request, DecisionKind.REPLY, goodAnswer, changes);
          desk.record(actor, request, "access.replied", before, goodAnswer);
          return RequestOutcome.of(request);
        });
  }
}
