package io.marketplace.model.access;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Ends a grant for good; a new request is needed to come back. */
@Singleton
public final class RevokeGrant {

  private final GrantDesk desk;

  /** Finds grants at {@code desk}. */
  @Inject
  public RevokeGrant(GrantDesk desk) {
    this.desk = desk;
  }

  /**
   * Revokes it.
   *
   * @param reason required, 1 to 500 characters
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}; {@code forbidden}
   *     unless the actor is an approver or platform administrator; {@code conflict} if it has ended
   *     already
   */
  public GrantOutcome revoke(Actor actor, GrantId id, @Nullable String reason) {
    String goodReason = Input.requiredText("reason", reason, 500);
    return desk.step(
        actor,
        id,
        "grant.revoked",
        (grant, now) ->
            grant.move(GrantState.REVOKED, goodReason, GrantState.ACTIVE, GrantState.SUSPENDED));
  }
}
