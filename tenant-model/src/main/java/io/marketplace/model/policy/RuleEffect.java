package io.marketplace.model.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a rule does to the calls it matches; a denial wins over every permission. */
public enum RuleEffect {
  ALLOW,
  DENY;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The code as it stands in documents: {@code allow} or {@code deny}. */
  public String code() {
    return code;
  }

  /** The effect of that code. */
  public static Optional<RuleEffect> of(String code) {
    return Arrays.stream(values()).filter(effect -> effect.code.equals(code)).findFirst();
  }
}
