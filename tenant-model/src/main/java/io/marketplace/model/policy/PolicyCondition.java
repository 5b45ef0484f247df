package io.marketplace.model.policy;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a rule asks of a provider; values are compared whatever their case.
 *
 * @param attribute what is asked about
 * @param test how it is compared
 * @param values with what, 1 to 50
 */
public record PolicyCondition(
    ProviderAttribute attribute, ConditionTest test, List<String> values) {

  /** Whether a condition holds; unknown where nobody has said what it asks about. */
  enum Match {
    YES,
    NO,
    UNKNOWN
  }

  /** Copies the list. */
  public PolicyCondition {
    values = List.copyOf(values);
  }

  /** The condition of older documents: the provider's jurisdiction is one of these. */
  public static PolicyCondition jurisdictions(List<String> values) {
    return new PolicyCondition(ProviderAttribute.JURISDICTION, ConditionTest.ANY_OF, values);
  }

  /** The condition in words, such as {@code jurisdiction is one of EU, on-premises}. */
  public String words() {
    return attribute.code() + " " + test.words() + " " + String.join(", ", values);
  }

  Match match(ProviderTraits traits) {
    Set<String> has = attribute.of(traits);
    if (attribute == ProviderAttribute.PLACE && has.isEmpty()) {
      return Match.UNKNOWN;
    }
    return holds(has) ? Match.YES : Match.NO;
  }

  /** Whether a provider that has exactly these values, in lower case, satisfies it. */
  boolean holds(Set<String> has) {
    Set<String> named = lowered();
    return switch (test) {
      case ANY_OF -> !Collections.disjoint(has, named);
      case ALL_OF -> has.containsAll(named);
      case NONE_OF -> Collections.disjoint(has, named);
      case ONLY -> !has.isEmpty() && named.containsAll(has);
    };
  }

  /** Whether every provider that satisfies this satisfies {@code other}; false where unsure. */
  boolean implies(PolicyCondition other) {
    if (attribute != other.attribute) {
      return false;
    }
    Set<String> mine = lowered();
    Set<String> its = other.lowered();
    // of a single value, any-of and only say the same, and so does all-of
    ConditionTest told =
        attribute.single() && test != ConditionTest.NONE_OF ? ConditionTest.ONLY : test;
    return switch (told) {
      case ONLY ->
          switch (other.test) {
            case ONLY, ANY_OF -> its.containsAll(mine);
            case NONE_OF -> Collections.disjoint(mine, its);
            case ALL_OF -> mine.size() == 1 && its.equals(mine);
          };
      case ANY_OF -> other.test == ConditionTest.ANY_OF && its.containsAll(mine);
      case ALL_OF ->
          switch (other.test) {
            case ALL_OF -> mine.containsAll(its);
            case ANY_OF -> !Collections.disjoint(mine, its);
            case ONLY, NONE_OF -> false;
          };
      case NONE_OF -> other.test == ConditionTest.NONE_OF && mine.containsAll(its);
    };
  }

  /** Whether no provider can satisfy both; false where unsure. */
  boolean excludes(PolicyCondition other) {
    if (attribute != other.attribute) {
      return false;
    }
    return impossible(this, other) || impossible(other, this);
  }

  private static boolean impossible(PolicyCondition one, PolicyCondition other) {
    Set<String> mine = one.lowered();
    Set<String> its = other.lowered();
    boolean single = one.attribute.single();
    return switch (one.test) {
      case NONE_OF ->
          switch (other.test) {
            case ALL_OF -> !Collections.disjoint(mine, its);
            case ONLY, ANY_OF -> mine.containsAll(its);
            case NONE_OF -> false;
          };
      case ONLY ->
          switch (other.test) {
            case ALL_OF -> !mine.containsAll(its);
            case ONLY, ANY_OF -> Collections.disjoint(mine, its);
            case NONE_OF -> false;
          };
      case ANY_OF, ALL_OF ->
          single && other.test != ConditionTest.NONE_OF && Collections.disjoint(mine, its);
    };
  }

  /** Whether no provider can satisfy it: two values of what a provider has one of. */
  boolean impossible() {
    return attribute.single() && test == ConditionTest.ALL_OF && lowered().size() > 1;
  }

  private Set<String> lowered() {
    return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }
}
