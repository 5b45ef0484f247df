package io.marketplace.ui.grants;

import io.marketplace.model.access.GrantId;
import io.marketplace.model.access.RecertifyGrant;
import io.marketplace.model.access.ResumeGrant;
import io.marketplace.model.access.RevokeGrant;
import io.marketplace.model.access.SuspendGrant;
import io.marketplace.model.kernel.Actor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The use cases of a grant, in one hand. */
@Singleton
final class GrantDoor {

  private final SuspendGrant suspending;
  private final ResumeGrant resuming;
  private final RevokeGrant revoking;
  private final RecertifyGrant recertifying;

  @Inject
  GrantDoor(
      SuspendGrant suspending,
      ResumeGrant resuming,
      RevokeGrant revoking,
      RecertifyGrant recertifying) {
    this.suspending = suspending;
    this.resuming = resuming;
    this.revoking = revoking;
    this.recertifying = recertifying;
  }

  void suspend(Actor actor, GrantId id, String reason) {
    suspending.suspend(actor, id, reason);
  }

  void resume(Actor actor, GrantId id, String reason) {
    resuming.resume(actor, id, reason);
  }

  void revoke(Actor actor, GrantId id, String reason) {
    revoking.revoke(actor, id, reason);
  }

  void recertify(Actor actor, GrantId id, Instant until) {
    recertifying.recertify(actor, id, until);
  }
}
