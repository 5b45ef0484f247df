package io.marketplace.gateway.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * One way to serve an alias.
 *
 * @param model the provider's own name of the model
 * @param weight share among the candidates of its group, 0 or more
 * @param price null where nobody entered one: the call then costs nothing and says so
 * @param contextTokens what the model takes of prompt and answer together; null where unknown
 */
public record Candidate(
    Pool pool,
    String model,
    double weight,
    @Nullable Price price,
    @Nullable Integer contextTokens) {

  /** For traces: the pool's name and the model, no address. */
  public String label() {
    return pool.name() + "/" + model;
  }
}
