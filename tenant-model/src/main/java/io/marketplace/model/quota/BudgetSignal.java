package io.marketplace.model.quota;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A budget crossed its soft line or was used up; told once a period.
 *
 * @param id which
 * @param tenant whose
 * @param budget the budget, or the grant whose monthly budget it is
 * @param scope whose spend it limits; empty for a grant's
 * @param label the value of a label that each has a cap, else empty
 * @param kind {@code soft} or {@code exhausted}
 * @param spent what was settled then
 * @param cap the cap then
 * @param at when
 */
public record BudgetSignal(
    UUID id,
    TenantId tenant,
    BudgetId budget,
    Optional<BudgetScope> scope,
    String label,
    String kind,
    NanoUsd spent,
    NanoUsd cap,
    Instant at) {}
