package io.marketplace.model.access;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Puts a suspended grant into force again. */
@Singleton
public final class ResumeGrant {

  private final GrantDesk desk;

  /** Finds grants at {@code desk}. */
  @Inject
  public ResumeGrant(GrantDesk desk) {
    this.desk = desk;
  }

  /**
   * Resumes it.
   *
   * @param reason up to 500 characters, may be null
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}; {@code forbidden}
   *     unless the actor is an approver or platform administrator who did not ask for it; {@code
   *     conflict} unless it is suspended
   */
  public GrantOutcome resume(Actor actor, GrantId id, @Nullable String reason) {
    String goodReason = Input.text("reason", reason, 500);
    return desk.step(
        actor,
        id,
        "grant.resumed",
        (grant, now) -> {
          desk.requireOther(actor, grant);
          grant.move(GrantState.ACTIVE, goodReason, GrantState.SUSPENDED);
        });
  }
}
