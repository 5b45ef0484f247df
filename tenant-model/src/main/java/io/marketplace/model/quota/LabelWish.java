package io.marketplace.model.quota;

import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;

/**
 * A label's value that a key wants to bear.
 *
 * @param tenant whose key it is
 * @param key under which key values are counted: of a sub-key its parent
 * @param kind which label
 * @param value the value, 1 to 200 characters
 * @param most how many different values there may be in a month
 */
public record LabelWish(TenantId tenant, KeyId key, BudgetKind kind, String value, int most) {}
