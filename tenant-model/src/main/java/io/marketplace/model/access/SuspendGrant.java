package io.marketplace.model.access;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Puts a grant out of force until it is resumed; its keys answer 403 for the tier. */
@Singleton
public final class SuspendGrant {

  private final GrantDesk desk;

  /** Finds grants at {@code desk}. */
  @Inject
  public SuspendGrant(GrantDesk desk) {
    this.desk = desk;
  }

  /**
   * Suspends it.
   *
   * @param reason up to 500 characters, may be null
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}; {@code forbidden}
   *     unless the actor is an approver or platform administrator; {@code conflict} unless it is
   *     active
   */
  public GrantOutcome suspend(Actor actor, GrantId id, @Nullable String reason) {
    String goodReason = Input.text("reason", reason, 500);
    return desk.step(
        actor,
        id,
        "grant.suspended",
        (grant, now) -> grant.move(GrantState.SUSPENDED, goodReason, GrantState.ACTIVE));
  }
}
