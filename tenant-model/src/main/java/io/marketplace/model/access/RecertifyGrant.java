package io.marketplace.model.access;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Confirms that a grant is still needed, and until when. */
@Singleton
public final class RecertifyGrant {

  private final GrantDesk desk;

  /** Finds grants at {@code desk}. */
  @Inject
  public RecertifyGrant(GrantDesk desk) {
    this.desk = desk;
  }

  /**
   * Recertifies it.
   *
   * @param until until when it goes on, in the future and within five years
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}; {@code forbidden}
   *     unless the actor is an approver or platform administrator who did not ask for it; {@code
   *     conflict} if it has ended; {@code invalid_request_error} for an impossible date
   */
  public GrantOutcome recertify(Actor actor, GrantId id, Instant until) {
    return desk.step(
        actor,
        id,
        "grant.recertified",
        (grant, now) -> {
          desk.requireOther(actor, grant);
          grant.requireState(GrantState.ACTIVE, GrantState.SUSPENDED);
          grant.recertify(Input.future("until", until, now), now);
        });
  }
}
