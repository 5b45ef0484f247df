package io.marketplace.model.access;

import io.marketplace.model.kernel.Coded;
import java.util.Locale;
import java.util.Optional;

/** What somebody did to a request. */
public enum DecisionKind implements Coded {
  APPROVE,
  DENY,
  ASK_BACK,
  REPLY,
  WITHDRAW;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The code as it stands in answers, such as {@code ask-back}. */
  @Override
  public String code() {
    return code;
  }

  /** The kind of that code. */
  public static Optional<DecisionKind> of(String code) {
    return Coded.of(DecisionKind.class, code);
  }
}
