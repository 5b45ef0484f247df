package io.marketplace.ui.approvals;

import io.marketplace.model.access.AccessAdvice;
import io.marketplace.model.access.AdviseAccess;
import io.marketplace.model.access.ApproveAccess;
import io.marketplace.model.access.AskBack;
import io.marketplace.model.access.DenyAccess;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.access.RequestOutcome;
import io.marketplace.model.access.TermChanges;
import io.marketplace.model.kernel.Actor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The use cases an approver has at hand. */
@Singleton
public final class Approver {

  private final AdviseAccess advising;
  private final ApproveAccess approving;
  private final DenyAccess denying;
  private final AskBack asking;

  /** Takes the use cases. */
  @Inject
  public Approver(
      AdviseAccess advising, ApproveAccess approving, DenyAccess denying, AskBack asking) {
    this.advising = advising;
    this.approving = approving;
    this.denying = denying;
    this.asking = asking;
  }

  AccessAdvice advise(Actor actor, RequestId id, TermChanges changes) {
    return advising.advise(actor, id, changes);
  }

  RequestOutcome approve(Actor actor, RequestId id, String reason, TermChanges changes) {
    return approving.approve(actor, id, reason, changes);
  }

  RequestOutcome deny(Actor actor, RequestId id, String reason) {
    return denying.deny(actor, id, reason);
  }

  RequestOutcome askBack(Actor actor, RequestId id, String question) {
    return asking.ask(actor, id, question);
  }
}
