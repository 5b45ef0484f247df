package io.marketplace.api.tenant;

import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.tenant.ApprovalThresholds;
import org.jspecify.annotations.Nullable;

/**
 * A tenant to add.
 *
 * @param slug the short name that the identity provider's groups begin with
 * @param name what to show
 * @param secondApproval when one approval is not enough; absent: the default
 */
public record NewTenant(
    String slug, String name, TenantBody.@Nullable SecondApproval secondApproval) {

  ApprovalThresholds thresholds() {
    return secondApproval == null ? ApprovalThresholds.DEFAULT : thresholds(secondApproval);
  }

  static ApprovalThresholds thresholds(TenantBody.SecondApproval told) {
    return new ApprovalThresholds(
        told.aboveBudgetUsd(), Sensitivity.parse("fromSensitivity", told.fromSensitivity()));
  }
}
