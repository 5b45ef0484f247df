package io.marketplace.model.access;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Asks those who want access something before deciding. Only while nobody has approved yet: an
 * answer may change the terms, and a first approval must not cover terms it never saw.
 */
@Singleton
public final class AskBack {

  private final Work work;
  private final RequestDesk desk;

  /** Finds requests at {@code desk}. */
  @Inject
  public AskBack(Work work, RequestDesk desk) {
    this.work = work;
    this.desk = desk;
  }

  /**
   * Asks.
   *
   * @param question required, 1 to 2,000 characters
   * @return the request, asked-back
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}; {@code forbidden}
   *     for one's own request or without the role; {@code conflict} unless it is pending
   */
  public RequestOutcome ask(Actor actor, RequestId id, @Nullable String question) {
    String goodQuestion = Input.requiredText("reason", question, 2000);
    return work.in(
        actor.scope(),
        () -> {
          AccessRequest request = desk.take(actor, id);
          desk.requireDecider(actor, request);
          Facts before = request.facts();
          request.move(RequestState.ASKED_BACK, desk.now(), RequestState.PENDING);
          desk.decide(actor, request, DecisionKind.ASK_BACK, goodQuestion, TermChanges.NONE);
          desk.record(actor, request, "access.asked-back", before, goodQuestion);
          return RequestOutcome.of(request);
        });
  }
}
