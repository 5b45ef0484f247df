package io.marketplace.model.policy;

import static io.marketplace.model.policy.PolicyTest.rule;
import static io.marketplace.model.policy.PolicyTest.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyTreeTest {

  private static final Map<String, Object> OLD =
      Map.of("sensitivity", "internal", "jurisdictions", List.of("EU", "on-premises"));

  private static String fault(@Nullable Object rules, @Nullable Object sets) {
    MarketplaceException refusal =
        Objects.requireNonNull(
            catchThrowableOfType(MarketplaceException.class, () -> PolicyTree.read(rules, sets)));
    assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
    return refusal.field().orElse("none");
  }

  private static Map<String, Object> with(String key, Object value) {
    Map<String, Object> rule = new HashMap<>(OLD);
    rule.put(key, value);
    return rule;
  }

  @Test
  void olderRulesAreReadAndNamed() {
    PolicyDocument document =
        PolicyTree.read(List.of(OLD, OLD, with("name", "allow-internal-2")), null);

    assertThat(document.flat(List.of()))
        .extracting(PolicyRule::name)
        .containsExactly("allow-internal", "allow-internal-3", "allow-internal-2");
    assertThat(document.flat(List.of()).getFirst())
        .isEqualTo(PolicyRule.allow(Sensitivity.INTERNAL, List.of("EU", "on-premises")));
    assertThat(PolicyTree.rules(document).getFirst())
        .containsEntry("sensitivity", "internal")
        .containsEntry("jurisdictions", List.of("EU", "on-premises"));
  }

  @Test
  void whatIsWrittenIsReadAgainAsItWas() {
    PolicyDocument document =
        new PolicyDocument(
            List.of(new RuleInclude("base"), PolicyRule.allow(Sensitivity.PUBLIC, List.of("US"))),
            List.of(
                new RuleSet(
                    "base",
                    List.of(
                        rule(
                            "deny",
                            RuleEffect.DENY,
                            EnumSet.of(Sensitivity.RESTRICTED, Sensitivity.CONFIDENTIAL),
                            where(ProviderAttribute.PLACE, ConditionTest.ONLY, "CN", "US"),
                            where(ProviderAttribute.CONTRACT, ConditionTest.NONE_OF, "dpa")),
                        rule("never", RuleEffect.DENY, EnumSet.of(Sensitivity.RESTRICTED))))));
    assertThat(PolicyTree.read(PolicyTree.rules(document), PolicyTree.sets(document)))
        .isEqualTo(document);
  }

  @Test
  void aFaultIsNamedByItsPlace() {
    assertThat(fault(null, null)).isEqualTo("/rules");
    assertThat(fault("x", null)).isEqualTo("/rules");
    assertThat(fault(List.of(7), null)).isEqualTo("/rules/0");
    assertThat(fault(List.of(OLD, with("surprise", 1)), null)).isEqualTo("/rules/1");
    assertThat(fault(List.of(with("sensitivity", "cosmic")), null))
        .isEqualTo("/rules/0/sensitivity");
    assertThat(fault(List.of(with("sensitivities", List.of("public"))), null))
        .isEqualTo("/rules/0/sensitivity");
    assertThat(fault(List.of(with("effect", "maybe")), null)).isEqualTo("/rules/0/effect");
    assertThat(fault(List.of(with("name", "No Name!")), null)).isEqualTo("/rules/0/name");
    assertThat(fault(List.of(with("jurisdictions", List.of())), null))
        .isEqualTo("/rules/0/jurisdictions");
    assertThat(fault(List.of(with("jurisdictions", List.of("EU", 5))), null))
        .isEqualTo("/rules/0/jurisdictions/1");
    assertThat(
            fault(
                List.of(
                    with(
                        "when",
                        List.of(
                            Map.of(
                                "attribute",
                                "colour",
                                "test",
                                "any-of",
                                "values",
                                List.of("EU"))))),
                null))
        .isEqualTo("/rules/0/when/0/attribute");
    assertThat(fault(List.of(Map.of("include", "a", "name", "b")), null)).isEqualTo("/rules/0");
    assertThat(fault(List.of(), List.of(Map.of("name", "a", "rules", List.of(Map.of())))))
        .isEqualTo("/sets/0/rules/0/sensitivities");
    assertThat(fault(Collections.nCopies(101, OLD), null)).isEqualTo("/rules");
  }
}
