package io.marketplace.model.policy;

import io.marketplace.model.kernel.Coded;
import java.util.Locale;
import java.util.Optional;

/** How a condition compares a provider's values with its own. */
public enum ConditionTest implements Coded {
  /** At least one of the provider's values is named. */
  ANY_OF("is one of"),
  /** Every named value is among the provider's. */
  ALL_OF("holds all of"),
  /** None of the provider's values is named. */
  NONE_OF("is none of"),
  /** The provider has values, and every one of them is named. */
  ONLY("is nothing but");

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final String words;

  ConditionTest(String words) {
    this.words = words;
  }

  /** The code as it stands in documents, such as {@code any-of}. */
  @Override
  public String code() {
    return code;
  }

  /** The test in words, such as {@code is one of}. */
  public String words() {
    return words;
  }

  /** The test of that code. */
  public static Optional<ConditionTest> of(String code) {
    return Coded.of(ConditionTest.class, code);
  }
}
