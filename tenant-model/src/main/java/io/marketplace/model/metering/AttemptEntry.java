package io.marketplace.model.metering;

import io.marketplace.model.kernel.NanoUsd;
import java.util.Optional;

/**
 * One attempt beneath a row of the ledger, as it is shown.
 *
 * @param ordinal which attempt of the call, from 1 on
 * @param pool the name of the pool that was asked; empty when it is gone
 * @param provider its provider's name
 * @param model the model's name there
 * @param priceVersion the version of the price it was charged by
 * @param end how it ended
 * @param status the HTTP status that the provider refused it with
 * @param ms milliseconds from its beginning to its end
 * @param promptTokens prompt tokens, cached ones among them
 * @param completionTokens completion tokens
 * @param tokenSource who counted: {@code upstream}, {@code counted} or {@code none}
 * @param cost what it cost
 */
public record AttemptEntry(
    int ordinal,
    Optional<String> pool,
    Optional<String> provider,
    String model,
    Optional<Integer> priceVersion,
    AttemptEnd end,
    Optional<Integer> status,
    double ms,
    long promptTokens,
    long completionTokens,
    String tokenSource,
    NanoUsd cost) {}
