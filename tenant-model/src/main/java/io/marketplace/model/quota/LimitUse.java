package io.marketplace.model.quota;

import java.time.Instant;

/**
 * What all gateways together told of a limit's use within the last moments.
 *
 * @param requests calls admitted within the last minute
 * @param tokens tokens used by calls that ended within the last minute
 * @param refused calls refused within the last minute because of this limit
 * @param inFlight calls under way
 * @param at when the newest of it was told
 */
public record LimitUse(long requests, long tokens, long refused, int inFlight, Instant at) {}
