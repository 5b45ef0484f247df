package io.marketplace.model.policy;

/**
 * One place a call may go to.
 *
 * @param pool the pool's name
 * @param model the model there
 * @param provider who runs it
 */
public record PolicyHop(String pool, String model, ProviderTraits provider) {}
