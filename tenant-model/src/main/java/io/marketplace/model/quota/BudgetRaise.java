package io.marketplace.model.quota;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * A higher cap for a while.
 *
 * @param id which
 * @param budget of which budget
 * @param cap what may be spent instead
 * @param until when it ends
 * @param reason why
 * @param state how it stands
 * @param requestedBy who asked
 * @param requestedByName who asked, to show
 * @param decidedByName who decided, to show
 */
public record BudgetRaise(
    RaiseId id,
    BudgetId budget,
    NanoUsd cap,
    Instant until,
    String reason,
    RaiseState state,
    PersonId requestedBy,
    String requestedByName,
    Optional<String> decidedByName) {}
