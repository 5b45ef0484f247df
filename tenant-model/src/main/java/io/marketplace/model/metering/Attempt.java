package io.marketplace.model.metering;

import io.marketplace.model.kernel.NanoUsd;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a call, beneath its row of the ledger. An attempt that the provider never saw or
 * that it refused costs nothing. One that it took and did not answer is booked with the prompt, by
 * the gateway's count at the candidate's price: the provider has worked on it and may charge for
 * it. What it may have generated is unknown and not booked; had it been, it would still be within
 * what was reserved for the attempt.
 *
 * @param by who was asked, at which price
 * @param end how it ended
 * @param status the HTTP status that the provider refused it with; null when there was none
 * @param ms milliseconds from its beginning to its end
 * @param tokens what it used
 * @param cost what it cost, rounded up
 */
public record Attempt(
    ServedBy by,
    AttemptEnd end,
    @Nullable Integer status,
    double ms,
    TokenCount tokens,
    NanoUsd cost) {}
