package io.marketplace.model.metering;

import io.marketplace.model.kernel.NanoUsd;
import java.time.Instant;
import java.util.UUID;

/**
 * What one call takes from one budget.
 *
 * @param budget the budget
 * @param windowStart when the day, week, month or whole life began that the call counts in
 * @param lease the slice of the budget that the gateway took it from
 * @param amount what is taken; of an open call what is reserved, of a settled one what it cost
 */
public record Booking(UUID budget, Instant windowStart, UUID lease, NanoUsd amount) {}
