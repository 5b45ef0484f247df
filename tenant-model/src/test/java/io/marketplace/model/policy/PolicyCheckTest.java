package io.marketplace.model.policy;

import static io.marketplace.model.policy.PolicyTest.EURO;
import static io.marketplace.model.policy.PolicyTest.rule;
import static io.marketplace.model.policy.PolicyTest.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marketplace.model.problem.MarketplaceException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PolicyCheckTest {

  private static final EnumSet<Sensitivity> INTERNAL = EnumSet.of(Sensitivity.INTERNAL);
  private static final PolicyRule EU = PolicyRule.allow(Sensitivity.INTERNAL, List.of("EU"));
  private static final PolicyVocabulary WORDS = PolicyVocabulary.of(List.of(EURO), List.of());

  private static MarketplaceException refusal(PolicyDocument document, boolean tenants) {
    return Objects.requireNonNull(
        catchThrowableOfType(
            MarketplaceException.class, () -> PolicyCheck.check(document, WORDS, tenants)));
  }

  private static String fault(PolicyEntry... rules) {
    return refusal(PolicyDocument.of(List.of(rules)), false).field().orElse("");
  }

  private static PolicyRule allow(String name, PolicyCondition... conditions) {
    return rule(name, RuleEffect.ALLOW, INTERNAL, conditions);
  }

  @Test
  void aSoundDocumentIsTaken() {
    PolicyDocument document =
        new PolicyDocument(
            List.of(new RuleInclude("base"), EU),
            List.of(
                new RuleSet(
                    "base",
                    List.of(
                        rule(
                            "no-dpa",
                            RuleEffect.DENY,
                            INTERNAL,
                            where(ProviderAttribute.CONTRACT, ConditionTest.NONE_OF, "dpa")),
                        allow(
                            "home",
                            where(ProviderAttribute.PROVIDER, ConditionTest.ANY_OF, "EURO"),
                            where(ProviderAttribute.PLACE, ConditionTest.ONLY, "de", "FR"))))));
    assertThatCode(() -> PolicyCheck.check(document, WORDS, false)).doesNotThrowAnyException();
    assertThatCode(() -> PolicyCheck.check(PolicyDocument.NOTHING, WORDS, true))
        .doesNotThrowAnyException();
  }

  @Test
  void circlesAndUnknownSetsAreRefused() {
    assertThat(fault(new RuleInclude("gone"))).isEqualTo("/rules/0/include");
    assertThat(fault(new RuleInclude("platform"))).isEqualTo("/rules/0/include");
    PolicyDocument circle =
        new PolicyDocument(
            List.of(new RuleInclude("a")),
            List.of(
                new RuleSet("a", List.of(EU, new RuleInclude("b"))),
                new RuleSet("b", List.of(new RuleInclude("a")))));
    assertThat(refusal(circle, true).field()).contains("/sets/1/rules/0/include");
    PolicyDocument itself =
        new PolicyDocument(List.of(), List.of(new RuleSet("a", List.of(new RuleInclude("a")))));
    assertThat(refusal(itself, true)).hasMessageContaining("circle");
    PolicyDocument twice =
        new PolicyDocument(
            List.of(), List.of(new RuleSet("a", List.of(EU)), new RuleSet("a", List.of(EU))));
    assertThat(refusal(twice, true).field()).contains("/sets/1/name");
    PolicyDocument reserved =
        new PolicyDocument(List.of(), List.of(new RuleSet("platform", List.of(EU))));
    assertThat(refusal(reserved, true).field()).contains("/sets/0/name");
    PolicyDocument empty = new PolicyDocument(List.of(), List.of(new RuleSet("a", List.of())));
    assertThat(refusal(empty, true).field()).contains("/sets/0/rules");
  }

  @Test
  void unknownJurisdictionsPlacesAndProvidersAreRefused() {
    assertThat(fault(EU, PolicyRule.allow(Sensitivity.PUBLIC, List.of("EU", "Mars"))))
        .isEqualTo("/rules/1/jurisdictions");
    assertThat(fault(allow("p", where(ProviderAttribute.PLACE, ConditionTest.ONLY, "Moon"))))
        .isEqualTo("/rules/0/when/0");
    assertThat(fault(allow("p", where(ProviderAttribute.PROVIDER, ConditionTest.ANY_OF, "Nobody"))))
        .isEqualTo("/rules/0/when/0");
  }

  @Test
  void rulesThatCannotMeanAnythingAreRefused() {
    assertThat(fault(allow("empty"))).isEqualTo("/rules/0");
    assertThat(fault(EU, EU)).isEqualTo("/rules/1/name");
    assertThat(
            fault(
                allow(
                    "never",
                    PolicyCondition.jurisdictions(List.of("EU", "US")),
                    where(ProviderAttribute.JURISDICTION, ConditionTest.NONE_OF, "eu", "us"))))
        .isEqualTo("/rules/0/when/1");
    assertThat(
            fault(
                allow(
                    "two-owners",
                    where(ProviderAttribute.JURISDICTION, ConditionTest.ALL_OF, "EU", "US"))))
        .isEqualTo("/rules/0/when/0");
    assertThat(
            fault(
                allow(
                    "elsewhere",
                    where(ProviderAttribute.PLACE, ConditionTest.ONLY, "EU"),
                    where(ProviderAttribute.PLACE, ConditionTest.ALL_OF, "US"))))
        .isEqualTo("/rules/0/when/1");
  }

  @Test
  void aPermissionThatADenialTakesAwayWholeIsAContradiction() {
    PolicyRule deny =
        rule(
            "deny-europe",
            RuleEffect.DENY,
            INTERNAL,
            where(ProviderAttribute.JURISDICTION, ConditionTest.ANY_OF, "eu", "UK"));
    MarketplaceException refusal = refusal(PolicyDocument.of(List.of(EU, deny)), false);
    assertThat(refusal.field()).contains("/rules/0");
    assertThat(refusal).hasMessageContaining("contradicts the rule deny-europe");
    PolicyRule some =
        rule(
            "deny-some",
            RuleEffect.DENY,
            INTERNAL,
            PolicyCondition.jurisdictions(List.of("EU")),
            where(ProviderAttribute.CONTRACT, ConditionTest.NONE_OF, "dpa"));
    assertThatCode(() -> PolicyCheck.check(PolicyDocument.of(List.of(EU, some)), WORDS, false))
        .doesNotThrowAnyException();
  }

  @Test
  void anOversizeDocumentIsRefused() {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      values.add("certificate-with-a-name-of-some-length-that-goes-on-and-on-for-long-" + i);
    }
    List<PolicyRule> rules = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rules.add(
          allow(
              "rule-" + i,
              new PolicyCondition(ProviderAttribute.CERTIFICATION, ConditionTest.ANY_OF, values)));
    }
    assertThat(refusal(PolicyDocument.of(rules), false)).hasMessageContaining("65,536");
  }
}
