package io.marketplace.gateway.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.policy.Sensitivity;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyRulesTest {

  private static final PolicyRules PLATFORM =
      new PolicyRules(
          3, Map.of(Sensitivity.PUBLIC, Set.of("eu", "us"), Sensitivity.INTERNAL, Set.of("eu")));

  @Test
  void aTenantsPolicyAllowsNothingThatThePlatformsDoesNot() {
    PolicyRules tenant =
        new PolicyRules(
            2,
            Map.of(
                Sensitivity.PUBLIC, Set.of("eu"),
                Sensitivity.INTERNAL, Set.of("eu", "us"),
                Sensitivity.RESTRICTED, Set.of("eu")));

    PolicyRules both = tenant.within(PLATFORM);

    assertThat(both.version()).isEqualTo(2);
    assertThat(both.jurisdictions(Sensitivity.PUBLIC)).containsExactly("eu");
    assertThat(both.jurisdictions(Sensitivity.INTERNAL)).containsExactly("eu");
    assertThat(both.jurisdictions(Sensitivity.RESTRICTED)).isEmpty();
    assertThat(both.jurisdictions(Sensitivity.CONFIDENTIAL)).isEmpty();
  }

  @Test
  void withoutAPolicyOfThePlatformNothingIsLawful() {
    assertThat(PLATFORM.within(PolicyRules.NOTHING).jurisdictions(Sensitivity.PUBLIC)).isEmpty();
  }
}
