package io.marketplace.model.quota;

import io.marketplace.model.kernel.NanoUsd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A budget with what is known of its present period.
 *
 * @param budget what was set
 * @param name what the scope's thing is called; empty for labels
 * @param capInForce the cap with the raises of this moment
 * @param windowStart when the period began
 * @param windowEnd when it ends; empty for a total
 * @param spent what is settled; of a budget for each value the value that spent most
 * @param reserved what gateways hold for calls under way and to come
 * @param exhaustedAt when the cap is hit if spending goes on as in this period; empty if not within
 *     it
 * @param state how it stands
 * @param raises those that wait for a decision or are in force
 */
public record BudgetView(
    Budget budget,
    Optional<String> name,
    NanoUsd capInForce,
    Instant windowStart,
    Optional<Instant> windowEnd,
    NanoUsd spent,
    NanoUsd reserved,
    Optional<Instant> exhaustedAt,
    BudgetState state,
    List<BudgetRaise> raises) {

  /** Copies the list. */
  public BudgetView {
    raises = List.copyOf(raises);
  }
}
