package io.marketplace.model.metering;

import io.marketplace.model.kernel.NanoUsd;
import java.time.Instant;
import java.util.UUID;

/**
 * What one budget bears of a call.
 *
 * @param budget the budget, or the grant whose monthly budget it is
 * @param scope what the budget is of, such as {@code team} or {@code agent}; {@code grant} for a
 *     grant's own
 * @param scopeId whose: an identifier or a label's value; of a budget for each value {@code *}
 * @param label the value that it was booked under where each has its own, else empty text
 * @param windowStart when the day, week, month or whole life began that the call counts in
 * @param amount what it bears
 */
public record BudgetShare(
    UUID budget, String scope, String scopeId, String label, Instant windowStart, NanoUsd amount) {}
