package io.marketplace.model.quota;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a replica of the gateway wants of a budget.
 *
 * @param tenant whose budget it is
 * @param budget which
 * @param label the label's value where each value has a window of its own, else empty
 * @param holder the replica's journal and life
 * @param question which of the questions that {@code holder} asks of this budget and label, counted
 *     up from 1. The same number with the same {@code current} and {@code fresh} is the same
 *     question: what was given for it is told again and not given twice, and a question that comes
 *     after a later one is given nothing
 * @param fresh the identifier of the lease to be made where {@code current} cannot be added to; of
 *     this question alone
 * @param current the lease to be added to, if it lies in the current window; null for a new one
 * @param need less than this is refused
 * @param want more than this is not given
 * @param recall whether to ask the other replicas for what they do not use when the need is not met
 */
public record LeaseWish(
    TenantId tenant,
    BudgetId budget,
    String label,
    LeaseHolder holder,
    long question,
    UUID fresh,
    @Nullable UUID current,
    NanoUsd need,
    NanoUsd want,
    boolean recall) {}
