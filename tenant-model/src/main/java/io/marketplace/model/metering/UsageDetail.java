package io.marketplace.model.metering;

import java.util.List;

/**
 * One row of the ledger with what stands beneath it.
 *
 * @param entry the row
 * @param attempts the attempts in their order, where there was more than one; else empty
 * @param budgets what each budget bears of it: cost less excess; empty where no budget applies
 */
public record UsageDetail(
    UsageEntry entry, List<AttemptEntry> attempts, List<BudgetShare> budgets) {

  /** Copies the lists. */
  public UsageDetail {
    attempts = List.copyOf(attempts);
    budgets = List.copyOf(budgets);
  }
}
