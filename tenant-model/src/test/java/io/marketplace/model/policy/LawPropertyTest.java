package io.marketplace.model.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold of every policy, provider and sensitivity there could be. */
class LawPropertyTest {

  private static final List<String> NAMES = List.of("EU", "US", "CN", "DE");

  @Provide
  Arbitrary<ProviderTraits> providers() {
    Arbitrary<Set<String>> some = Arbitraries.of(NAMES).set().ofMaxSize(3);
    return Combinators.combine(Arbitraries.of("A", "B"), Arbitraries.of(NAMES), some, some, some)
        .as(ProviderTraits::new);
  }

  @Provide
  Arbitrary<PolicyCondition> conditions() {
    return Combinators.combine(
            Arbitraries.of(ProviderAttribute.class),
            Arbitraries.of(ConditionTest.class),
            Arbitraries.of(NAMES).list().uniqueElements().ofMinSize(1).ofMaxSize(3))
        .as(PolicyCondition::new);
  }

  @Provide
  Arbitrary<List<PolicyRule>> rules() {
    Arbitrary<PolicyRule> rule =
        Combinators.combine(
                Arbitraries.strings().alpha().ofLength(6),
                Arbitraries.of(RuleEffect.class),
                Arbitraries.of(Sensitivity.class).set().ofMinSize(1),
                conditions().list().ofMaxSize(3))
            .as(PolicyRule::new);
    return rule.list().ofMaxSize(6);
  }

  private static Law law(List<PolicyRule> rules) {
    return Law.platform(1, PolicyDocument.of(rules));
  }

  @Property
  void lawfulMeansThatARuleAllowsAndNoneDenies(
      @ForAll("rules") List<PolicyRule> rules,
      @ForAll("providers") ProviderTraits provider,
      @ForAll Sensitivity level) {
    boolean allowed = false;
    boolean denied = false;
    for (PolicyRule rule : rules) {
      boolean matches = rule.matches(level, provider);
      allowed |= matches && rule.effect() == RuleEffect.ALLOW;
      denied |= matches && rule.effect() == RuleEffect.DENY;
    }
    assertThat(law(rules).decide(level, provider).lawful()).isEqualTo(allowed && !denied);
  }

  @Property
  void theOrderOfRulesDecidesNothing(
      @ForAll("rules") List<PolicyRule> rules,
      @ForAll("providers") ProviderTraits provider,
      @ForAll Sensitivity level,
      @ForAll long seed) {
    List<PolicyRule> shuffled = new ArrayList<>(rules);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(law(shuffled).decide(level, provider).lawful())
        .isEqualTo(law(rules).decide(level, provider).lawful());
  }

  @Property
  void aTenantNeverWidens(
      @ForAll("rules") List<PolicyRule> platform,
      @ForAll("rules") List<PolicyRule> own,
      @ForAll("providers") ProviderTraits provider,
      @ForAll Sensitivity level) {
    Law narrowed = law(platform).narrowedBy(1, PolicyDocument.of(own));
    if (narrowed.decide(level, provider).lawful()) {
      assertThat(law(platform).decide(level, provider).lawful()).isTrue();
      assertThat(narrowed.servable(level)).isTrue();
      assertThat(narrowed.everAllows(level, provider.jurisdiction())).isTrue();
    }
  }

  @Property
  void aRuleThatIsCoveredMatchesNothingMore(
      @ForAll("rules") List<PolicyRule> rules,
      @ForAll("providers") ProviderTraits provider,
      @ForAll Sensitivity level) {
    for (PolicyRule one : rules) {
      for (PolicyRule other : rules) {
        boolean comparable = one.effect() == RuleEffect.DENY || other.effect() == RuleEffect.ALLOW;
        if (comparable && one.covers(other) && other.matches(level, provider)) {
          assertThat(one.matches(level, provider)).isTrue();
        }
      }
    }
  }

  @Property
  void conditionsThatExcludeEachOtherNeverHoldTogether(
      @ForAll("conditions") PolicyCondition one,
      @ForAll("conditions") PolicyCondition other,
      @ForAll("providers") ProviderTraits provider) {
    boolean both =
        one.match(provider) == PolicyCondition.Match.YES
            && other.match(provider) == PolicyCondition.Match.YES;
    if (both) {
      assertThat(one.excludes(other)).isFalse();
      assertThat(one.impossible()).isFalse();
    }
  }

  @Property
  void whatIsWrittenIsReadAgain(@ForAll("rules") List<PolicyRule> rules) {
    List<PolicyRule> named = new ArrayList<>();
    for (PolicyRule rule : rules) {
      List<PolicyCondition> sorted =
          rule.conditions().stream()
              .map(
                  condition ->
                      new PolicyCondition(
                          condition.attribute(),
                          condition.test(),
                          condition.values().stream().sorted().toList()))
              .toList();
      named.add(new PolicyRule("r" + named.size(), rule.effect(), rule.sensitivities(), sorted));
    }
    PolicyDocument document = PolicyDocument.of(named);
    assertThat(PolicyTree.read(PolicyTree.rules(document), PolicyTree.sets(document)))
        .isEqualTo(document);
  }
}
