package io.marketplace.model.access;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Changes a draft. */
@Singleton
public final class SaveDraft {

  private final Work work;
  private final RequestDesk desk;

  /** Finds it at {@code desk}. */
  @Inject
  public SaveDraft(Work work, RequestDesk desk) {
    this.work = work;
    this.desk = desk;
  }

  /**
   * Replaces the draft's terms.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}, {@code forbidden}
   *     for others' drafts, {@code conflict} if it is no draft any more
   */
  public RequestOutcome save(Actor actor, RequestId id, RequestTerms terms) {
    return work.in(
        actor.scope(),
        () -> {
          AccessRequest request = desk.take(actor, id);
          desk.requireAsker(actor, request);
          Facts before = request.facts();
          request.move(RequestState.DRAFT, desk.now(), RequestState.DRAFT);
          request.setTerms(terms);
          desk.record(actor, request, "access.draft-saved", before, "");
          return RequestOutcome.of(request);
        });
  }
}
