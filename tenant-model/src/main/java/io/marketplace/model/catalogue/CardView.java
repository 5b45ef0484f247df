package io.marketplace.model.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * A card with what the marketplace itself knows about it.
 *
 * @param card the card
 * @param pools the pools that serve it; none: browsable and requestable, yet nothing serves it
 * @param access whether an application of the actor has an active grant for its tier
 * @param successorName the name of the successor's card
 */
public record CardView(
    ModelCard card, List<ServingPool> pools, boolean access, Optional<String> successorName) {

  /** Copies the list. */
  public CardView {
    pools = List.copyOf(pools);
  }

  /** Whether a pool that is up serves it. */
  public boolean served() {
    return pools.stream().anyMatch(pool -> pool.up().orElse(false));
  }
}
