package io.marketplace.model.metering;

import java.util.List;

/**
 * One row of the ledger with what stands beneath it.
 *
 * @param entry the row
 * @param budgets what each budget bears of it: cost less excess; empty where no budget applies
 */
public record UsageDetail(UsageEntry entry, List<BudgetShare> budgets) {

  /** Copies the list. */
  public UsageDetail {
    budgets = List.copyOf(budgets);
  }
}
