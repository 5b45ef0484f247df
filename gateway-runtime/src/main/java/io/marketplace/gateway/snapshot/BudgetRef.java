package io.marketplace.gateway.snapshot;

import io.marketplace.model.quota.BudgetId;

/**
 * A budget that a call counts in.
 *
 * @param id the budget, or the grant whose monthly budget it is
 * @param label the label's value where each value has a window of its own, else empty
 * @param scope what it limits: {@code grant}, {@code key}, {@code agent}, …
 */
public record BudgetRef(BudgetId id, String label, String scope) {}
