package io.marketplace.ui.request;

import io.marketplace.model.access.AccessAdvice;
import io.marketplace.model.access.AdviseAccess;
import io.marketplace.model.access.DraftRequest;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.access.RequestOutcome;
import io.marketplace.model.access.RequestTerms;
import io.marketplace.model.access.SaveDraft;
import io.marketplace.model.access.SubmitDraft;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The use cases the wizard goes through, in one hand. */
@Singleton
final class AccessDoor {

  private final DraftRequest drafting;
  private final SaveDraft saving;
  private final SubmitDraft submitting;
  private final AdviseAccess advising;

  @Inject
  AccessDoor(
      DraftRequest drafting, SaveDraft saving, SubmitDraft submitting, AdviseAccess advising) {
    this.drafting = drafting;
    this.saving = saving;
    this.submitting = submitting;
    this.advising = advising;
  }

  RequestOutcome draft(Actor actor, ApplicationId application, RequestTerms terms) {
    return drafting.draft(actor, application, terms);
  }

  void save(Actor actor, RequestId id, RequestTerms terms) {
    saving.save(actor, id, terms);
  }

  void submit(Actor actor, RequestId id) {
    submitting.submit(actor, id);
  }

  AccessAdvice advise(Actor actor, ApplicationId application, RequestTerms terms) {
    return advising.advise(actor, application, terms);
  }
}
