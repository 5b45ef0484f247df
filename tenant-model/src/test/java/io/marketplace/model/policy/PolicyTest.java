package io.marketplace.model.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {

  private static final Policy PLATFORM =
      new Policy(
          "platform policy 1",
          List.of(
              new PolicyRule(Sensitivity.PUBLIC, List.of("EU", "US", "on-premises")),
              new PolicyRule(Sensitivity.INTERNAL, List.of("EU", "on-premises")),
              new PolicyRule(Sensitivity.RESTRICTED, List.of("on-premises"))));

  @Test
  void whatARuleAllowsIsLawfulAndTheTraceNamesTheRule() {
    PolicyDecision decision = PLATFORM.decide(Sensitivity.INTERNAL, "EU");

    assertThat(decision.lawful()).isTrue();
    assertThat(decision.rule()).isEqualTo("platform policy 1 allows internal data in EU");
  }

  @Test
  void whatNoRuleAllowsIsDeniedAndTheTraceSaysWhereItMayGo() {
    PolicyDecision decision = PLATFORM.decide(Sensitivity.INTERNAL, "US");

    assertThat(decision.lawful()).isFalse();
    assertThat(decision.rule())
        .isEqualTo("platform policy 1 allows internal data in EU, on-premises only");
  }

  @Test
  void aSensitivityWithoutARuleIsDeniedEverywhere() {
    assertThat(PLATFORM.decide(Sensitivity.CONFIDENTIAL, "on-premises"))
        .isEqualTo(new PolicyDecision(false, "platform policy 1 allows confidential data nowhere"));
    assertThat(Policy.decide(List.of(), Sensitivity.PUBLIC, "EU").lawful()).isFalse();
  }

  @Test
  void jurisdictionsAreComparedWhateverTheirCase() {
    assertThat(PLATFORM.decide(Sensitivity.PUBLIC, "eu").lawful()).isTrue();
    assertThat(PLATFORM.decide(Sensitivity.RESTRICTED, "On-Premises").lawful()).isTrue();
  }

  @Test
  void decisionsAreMadeOnce() {
    assertThat(PLATFORM.decide(Sensitivity.PUBLIC, "US"))
        .isSameAs(PLATFORM.decide(Sensitivity.PUBLIC, "US"));
    assertThat(PLATFORM.decide(Sensitivity.PUBLIC, "CN"))
        .isSameAs(PLATFORM.decide(Sensitivity.PUBLIC, "RU"));
  }

  @Test
  void aTenantsPolicyNarrowsThePlatformsEvenWhereItIsWider() {
    Policy tenant =
        new Policy(
            "tenant policy 2",
            List.of(
                new PolicyRule(Sensitivity.PUBLIC, List.of("EU")),
                new PolicyRule(Sensitivity.INTERNAL, List.of("EU", "US"))));

    Policy both = tenant.and(PLATFORM);

    assertThat(both.decide(Sensitivity.PUBLIC, "EU").lawful()).isTrue();
    assertThat(both.decide(Sensitivity.PUBLIC, "US").lawful()).isFalse();
    assertThat(both.decide(Sensitivity.INTERNAL, "US").lawful()).isFalse();
    assertThat(both.decide(Sensitivity.RESTRICTED, "on-premises").lawful()).isFalse();
    assertThat(tenant.widerThan(PLATFORM))
        .containsExactly(new PolicyRule(Sensitivity.INTERNAL, List.of("US")));
    assertThat(both.widerThan(PLATFORM)).isEmpty();
  }
}
