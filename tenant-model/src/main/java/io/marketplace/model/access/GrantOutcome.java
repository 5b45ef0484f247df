package io.marketplace.model.access;

/**
 * Where a grant stands after a step.
 *
 * @param id the grant
 * @param state its state now
 */
public record GrantOutcome(GrantId id, GrantState state) {}
