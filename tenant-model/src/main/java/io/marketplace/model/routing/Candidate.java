package io.marketplace.model.routing;

/**
 * A model of a pool that a route may choose.
 *
 * @param poolId the pool
 * @param model the model's name there
 * @param weight share of traffic against the other candidates, above zero, at most 1,000,000
 */
public record Candidate(PoolId poolId, String model, double weight) {}
