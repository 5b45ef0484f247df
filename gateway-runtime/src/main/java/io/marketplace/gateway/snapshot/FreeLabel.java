package io.marketplace.gateway.snapshot;

import io.marketplace.model.quota.BudgetKind;

/**
 * A label's value that a caller chose.
 *
 * @param kind which label
 * @param value what the call says
 */
public record FreeLabel(BudgetKind kind, String value) {}
