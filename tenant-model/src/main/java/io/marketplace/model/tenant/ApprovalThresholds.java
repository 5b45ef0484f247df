package io.marketplace.model.tenant;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.policy.Sensitivity;

/**
 * When one approval is not enough.
 *
 * @param budgetAbove monthly budgets above this need a second approval
 * @param sensitivityFrom data of this sensitivity or a higher one needs a second approval
 */
public record ApprovalThresholds(NanoUsd budgetAbove, Sensitivity sensitivityFrom) {

  /** What a new tenant starts with: above 5,000 dollars a month, or restricted data. */
  public static final ApprovalThresholds DEFAULT =
      new ApprovalThresholds(new NanoUsd(5_000_000_000_000L), Sensitivity.RESTRICTED);

  /** How many approvals a request of this budget and sensitivity needs: 1 or 2. */
  public int approvalsFor(NanoUsd monthlyBudget, Sensitivity sensitivity) {
    return monthlyBudget.compareTo(budgetAbove) > 0 || sensitivity.atLeast(sensitivityFrom) ? 2 : 1;
  }
}
