package io.marketplace.gateway.line;

import io.marketplace.gateway.snapshot.Candidate;
import io.marketplace.model.metering.AttemptEnd;

/**
 * An attempt of which nothing was handed on.
 *
 * @param candidate who was asked
 * @param end how it ended
 * @param status the HTTP status that the provider refused it with; 0 when there was none
 * @param mayCharge whether the provider may charge for it all the same, so that another attempt has
 *     to be reserved beside it
 * @param nanos how long it took
 */
public record FailedAttempt(
    Candidate candidate, AttemptEnd end, int status, boolean mayCharge, long nanos) {}
