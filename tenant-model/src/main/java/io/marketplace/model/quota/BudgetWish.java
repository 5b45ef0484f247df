package io.marketplace.model.quota;

import io.marketplace.model.kernel.TenantId;
import java.util.Optional;

/**
 * A budget that somebody wants.
 *
 * @param scope whose spend it is to limit
 * @param tenant whose label or identities it is about; empty: the person's or the actor's own
 *     tenant. Things belong to the tenant they belong to
 * @param terms what it is to allow
 */
public record BudgetWish(BudgetScope scope, Optional<TenantId> tenant, BudgetTerms terms) {}
