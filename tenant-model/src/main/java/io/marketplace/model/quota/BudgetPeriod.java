package io.marketplace.model.quota;

import io.marketplace.model.kernel.Coded;

/** After what time a budget begins anew. */
public enum BudgetPeriod implements Coded {
  DAY("day"),
  /** By ISO 8601: from Monday. */
  WEEK("week"),
  MONTH("month"),
  /** Never. */
  TOTAL("total");

  private final String code;

  BudgetPeriod(String code) {
    this.code = code;
  }

  /** The code as it stands in requests and answers. */
  @Override
  public String code() {
    return code;
  }

  /**
   * The period of that code.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error}
   */
  public static BudgetPeriod parse(String field, String code) {
    return Coded.parse(BudgetPeriod.class, field, code);
  }
}
