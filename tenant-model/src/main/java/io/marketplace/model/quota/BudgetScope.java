package io.marketplace.model.quota;

import io.marketplace.model.kernel.Ids;
import io.marketplace.model.kernel.Input;
import java.util.Locale;

/**
 * Whose spend a budget limits.
 *
 * @param kind what it is
 * @param id the thing's identifier, or a label's value; of a label also {@link #EACH} and {@link
 *     #UNLABELLED}, of an identity also {@link #EACH} and, where a budget is wished for, an e-mail
 *     address
 */
public record BudgetScope(BudgetKind kind, String id) {

  /** Each value of the label, or each identity, by itself has the cap. */
  public static final String EACH = "*";

  /** The calls that bear no such label. */
  public static final String UNLABELLED = "";

  private static final int MAX_LABEL = 200;

  /**
   * Reads a scope.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} for an
   *     unknown kind or a label that no call could bear, {@code not_found} for what cannot be an
   *     identifier; of an identity only {@link SetBudget} knows whether there is one
   */
  public static BudgetScope parse(String type, String id) {
    BudgetKind kind = BudgetKind.parse("scope.type", type);
    if (kind == BudgetKind.IDENTITY) {
      return new BudgetScope(kind, Input.line("scope.id", id, MAX_LABEL));
    }
    if (!kind.label()) {
      return new BudgetScope(kind, Ids.parse(id).toString().toLowerCase(Locale.ROOT));
    }
    return new BudgetScope(kind, id.isBlank() ? UNLABELLED : Input.line("scope.id", id, MAX_LABEL));
  }

  /** Whether each value of the label, or each identity, has a window of its own. */
  public boolean each() {
    return (kind.label() || kind == BudgetKind.IDENTITY) && id.equals(EACH);
  }
}
