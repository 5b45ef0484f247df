package io.marketplace.model.quota;

import io.marketplace.model.kernel.Coded;
import io.marketplace.model.kernel.NanoUsd;

/** How a budget stands. */
public enum BudgetState implements Coded {
  OK("ok"),
  /** The soft line is crossed. */
  SOFT("soft"),
  /** Nothing is left. */
  EXHAUSTED("exhausted");

  private final String code;

  BudgetState(String code) {
    this.code = code;
  }

  /** The code as it is answered. */
  @Override
  public String code() {
    return code;
  }

  /** The state of a budget of {@code terms} of whose {@code cap} so much is spent. */
  public static BudgetState of(NanoUsd spent, NanoUsd cap, BudgetTerms terms) {
    if (spent.compareTo(cap) >= 0) {
      return EXHAUSTED;
    }
    return spent.compareTo(terms.softLine(cap)) >= 0 ? SOFT : OK;
  }
}
