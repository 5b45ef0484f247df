package io.marketplace.model.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.policy.Sensitivity;
import org.junit.jupiter.api.Test;

final class ApprovalThresholdsTest {

  private static final NanoUsd AT = NanoUsd.parse("budget", "5000");
  private static final NanoUsd ABOVE = NanoUsd.parse("budget", "5000.000000001");

  @Test
  void aBudgetAtTheThresholdNeedsOneApproval() {
    ApprovalThresholds thresholds = ApprovalThresholds.DEFAULT;
    assertThat(thresholds.approvalsFor(AT, Sensitivity.CONFIDENTIAL)).isEqualTo(1);
    assertThat(thresholds.approvalsFor(ABOVE, Sensitivity.PUBLIC)).isEqualTo(2);
    assertThat(thresholds.approvalsFor(NanoUsd.ZERO, Sensitivity.RESTRICTED)).isEqualTo(2);
  }
}
