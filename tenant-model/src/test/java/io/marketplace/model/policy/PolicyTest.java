package io.marketplace.model.policy;

import static io.marketplace.model.policy.Sensitivity.CONFIDENTIAL;
import static io.marketplace.model.policy.Sensitivity.INTERNAL;
import static io.marketplace.model.policy.Sensitivity.PUBLIC;
import static io.marketplace.model.policy.Sensitivity.RESTRICTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTest {

  static final ProviderTraits EURO =
      ProviderTraits.of(
          "Euro",
          "EU",
          List.of("DE", "EU"),
          Map.of(
              "dpa", true, "zeroRetention", true, "certifications", List.of("ISO-27001", "SOC-2")));
  static final ProviderTraits STATES =
      ProviderTraits.of("States", "US", List.of("US", "EU"), Map.of("contracts", List.of("DPA")));
  static final ProviderTraits CELLAR =
      ProviderTraits.of("Cellar", "on-premises", List.of(), Map.of("dpa", false, "note", "ours"));

  private static final Law PLATFORM =
      Law.platform(
          1,
          PolicyDocument.of(
              List.of(
                  PolicyRule.allow(PUBLIC, List.of("EU", "US", "on-premises")),
                  PolicyRule.allow(INTERNAL, List.of("EU", "on-premises")),
                  PolicyRule.allow(RESTRICTED, List.of("on-premises")))));

  static PolicyRule rule(
      String name, RuleEffect effect, Set<Sensitivity> data, PolicyCondition... conditions) {
    return new PolicyRule(name, effect, data, List.of(conditions));
  }

  static PolicyCondition where(ProviderAttribute attribute, ConditionTest test, String... values) {
    return new PolicyCondition(attribute, test, List.of(values));
  }

  private static boolean lawful(List<PolicyRule> rules, ProviderTraits provider) {
    return new Policy("policy", rules).decide(CONFIDENTIAL, provider).lawful();
  }

  @Test
  void whatARuleAllowsIsLawfulAndTheDecisionNamesTheRule() {
    Verdict verdict = PLATFORM.decide(INTERNAL, EURO);

    assertThat(verdict.lawful()).isTrue();
    assertThat(verdict.rules()).isEqualTo("platform policy 1/allow-internal");
    assertThat(verdict.why())
        .isEqualTo("platform policy 1 allows internal data there by its rule allow-internal");
  }

  @Test
  void whatNoRuleAllowsIsDenied() {
    Verdict verdict = PLATFORM.decide(INTERNAL, STATES);

    assertThat(verdict.lawful()).isFalse();
    assertThat(verdict.decisions().getFirst().rule()).isEmpty();
    assertThat(verdict.why())
        .isEqualTo(
            "platform policy 1 has no rule that allows internal data with such a provider of US");
    assertThat(PLATFORM.decide(CONFIDENTIAL, CELLAR).lawful()).isFalse();
    assertThat(PLATFORM.servable(CONFIDENTIAL)).isFalse();
    assertThat(PLATFORM.servable(RESTRICTED)).isTrue();
    assertThat(Law.of(Optional.empty(), Optional.empty()).decide(PUBLIC, EURO).lawful()).isFalse();
  }

  @Test
  void aDenialWinsWhereverItStandsAndIsNamed() {
    PolicyRule yes =
        rule(
            "eu",
            RuleEffect.ALLOW,
            EnumSet.of(CONFIDENTIAL),
            where(ProviderAttribute.JURISDICTION, ConditionTest.ANY_OF, "eu"));
    PolicyRule no =
        rule(
            "not-there",
            RuleEffect.DENY,
            EnumSet.of(CONFIDENTIAL),
            where(ProviderAttribute.PLACE, ConditionTest.ANY_OF, "de"));

    for (List<PolicyRule> rules : List.of(List.of(yes, no), List.of(no, yes))) {
      PolicyDecision decision = new Policy("tenant policy 2", rules).decide(CONFIDENTIAL, EURO);
      assertThat(decision.lawful()).isFalse();
      assertThat(decision.named()).isEqualTo("tenant policy 2/not-there");
    }
  }

  @Test
  void contractsAndCertificationsAreReadFromAProvidersAttributes() {
    assertThat(EURO.contracts()).containsExactlyInAnyOrder("dpa", "zero-retention");
    assertThat(EURO.certifications()).containsExactlyInAnyOrder("iso-27001", "soc-2");
    assertThat(STATES.contracts()).containsExactly("dpa");
    assertThat(CELLAR.contracts()).isEmpty();
    PolicyRule strict =
        rule(
            "strict",
            RuleEffect.ALLOW,
            EnumSet.of(CONFIDENTIAL),
            where(ProviderAttribute.CONTRACT, ConditionTest.ALL_OF, "DPA", "zero-retention"),
            where(ProviderAttribute.CERTIFICATION, ConditionTest.ANY_OF, "iso-27001"));
    assertThat(lawful(List.of(strict), EURO)).isTrue();
    assertThat(lawful(List.of(strict), STATES)).isFalse();
  }

  @Test
  void whoseProcessingNobodyClassifiedIsNeitherAllowedNorSparedADenial() {
    PolicyRule anywhereButChina =
        rule(
            "not-china",
            RuleEffect.ALLOW,
            EnumSet.of(CONFIDENTIAL),
            where(ProviderAttribute.PLACE, ConditionTest.NONE_OF, "CN"));
    PolicyRule all =
        rule(
            "all",
            RuleEffect.ALLOW,
            EnumSet.of(CONFIDENTIAL),
            where(ProviderAttribute.JURISDICTION, ConditionTest.NONE_OF, "CN"));
    PolicyRule noChina =
        rule(
            "no-china",
            RuleEffect.DENY,
            EnumSet.of(CONFIDENTIAL),
            where(ProviderAttribute.PLACE, ConditionTest.ANY_OF, "CN"));

    assertThat(lawful(List.of(anywhereButChina), EURO)).isTrue();
    assertThat(lawful(List.of(anywhereButChina), CELLAR)).isFalse();
    assertThat(lawful(List.of(all), CELLAR)).isTrue();
    assertThat(lawful(List.of(all, noChina), CELLAR)).isFalse();
    assertThat(lawful(List.of(all, noChina), EURO)).isTrue();
  }

  @Test
  void onlyMeansThatEveryPlaceIsNamed() {
    PolicyRule only =
        rule(
            "only",
            RuleEffect.ALLOW,
            EnumSet.of(CONFIDENTIAL),
            where(ProviderAttribute.PLACE, ConditionTest.ONLY, "EU", "DE"));
    assertThat(lawful(List.of(only), EURO)).isTrue();
    assertThat(lawful(List.of(only), STATES)).isFalse();
  }

  @Test
  void aTenantNarrowsThePlatformAndNeverWidensIt() {
    PolicyDocument wide =
        PolicyDocument.of(
            List.of(
                PolicyRule.allow(PUBLIC, List.of("EU")),
                PolicyRule.allow(INTERNAL, List.of("EU", "US"))));
    Law both = PLATFORM.narrowedBy(2, wide);

    assertThat(both.decide(PUBLIC, EURO).lawful()).isTrue();
    assertThat(both.decide(PUBLIC, STATES).why()).startsWith("tenant policy 2 has no rule");
    assertThat(both.decide(INTERNAL, STATES).lawful()).isFalse();
    assertThat(both.decide(RESTRICTED, CELLAR).lawful()).isFalse();
    assertThat(both.decide(INTERNAL, EURO).rules())
        .isEqualTo("platform policy 1/allow-internal, tenant policy 2/allow-internal");
    assertThat(both.everAllows(INTERNAL, "eu")).isTrue();
    assertThat(both.everAllows(INTERNAL, "US")).isFalse();
  }

  @Test
  void aTenantCanIncludeThePlatformsRulesAndDenyBesides() {
    PolicyDocument own =
        PolicyDocument.of(
            List.of(
                new RuleInclude(RuleInclude.PLATFORM),
                rule(
                    "not-states",
                    RuleEffect.DENY,
                    EnumSet.allOf(Sensitivity.class),
                    where(ProviderAttribute.PROVIDER, ConditionTest.ANY_OF, "states"))));
    Law both = PLATFORM.narrowedBy(1, own);

    assertThat(both.decide(PUBLIC, STATES).rules()).endsWith("tenant policy 1/not-states");
    assertThat(both.decide(INTERNAL, CELLAR).lawful()).isTrue();
  }

  @Test
  void setsStandWhereTheyAreIncludedAndOnce() {
    PolicyRule eu = PolicyRule.allow(PUBLIC, List.of("EU"));
    PolicyDocument document =
        new PolicyDocument(
            List.of(new RuleInclude("outer"), new RuleInclude("inner")),
            List.of(
                new RuleSet("inner", List.of(eu)),
                new RuleSet("outer", List.of(new RuleInclude("inner")))));
    assertThat(document.flat(List.of())).containsExactly(eu);
  }
}
