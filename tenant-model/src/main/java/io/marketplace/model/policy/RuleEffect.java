package io.marketplace.model.policy;

import io.marketplace.model.kernel.Coded;
import java.util.Locale;
import java.util.Optional;

/** What a rule does to the calls it matches; a denial wins over every permission. */
public enum RuleEffect implements Coded {
  ALLOW,
  DENY;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The code as it stands in documents: {@code allow} or {@code deny}. */
  @Override
  public String code() {
    return code;
  }

  /** The effect of that code. */
  public static Optional<RuleEffect> of(String code) {
    return Coded.of(RuleEffect.class, code);
  }
}
