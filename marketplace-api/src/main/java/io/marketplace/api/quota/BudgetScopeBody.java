package io.marketplace.api.quota;

import io.marketplace.model.quota.BudgetScope;

/**
 * Whose spend a budget limits.
 *
 * @param type tenant, team, application, key, use-case, agent, workflow, customer or identity
 * @param id the thing's identifier or the label's value; of a label also {@code *}, each value by
 *     itself, and the empty text, calls without the label; of an identity a person's identifier or,
 *     in requests, e-mail address, or {@code *}, each by itself
 */
public record BudgetScopeBody(String type, String id) {

  static BudgetScopeBody of(BudgetScope scope) {
    return new BudgetScopeBody(scope.kind().code(), scope.id());
  }

  BudgetScope scope() {
    return BudgetScope.parse(type, id);
  }
}
