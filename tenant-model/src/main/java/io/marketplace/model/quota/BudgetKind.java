package io.marketplace.model.quota;

import io.marketplace.model.kernel.Coded;

/** What a budget limits the spend of. */
public enum BudgetKind implements Coded {
  TENANT("tenant", false),
  TEAM("team", false),
  APPLICATION("application", false),
  KEY("key", false),
  USE_CASE("use-case", true),
  AGENT("agent", true),
  WORKFLOW("workflow", true),
  CUSTOMER("customer", true),
  /** The person, or machine client, who issued the call's key; of a sub-key its parent's. */
  IDENTITY("identity", false);

  private final String code;
  private final boolean label;

  BudgetKind(String code, boolean label) {
    this.code = code;
    this.label = label;
  }

  /** The code as it stands in requests and answers. */
  @Override
  public String code() {
    return code;
  }

  /** Whether it is a label that calls bear, not a thing with an identifier. */
  public boolean label() {
    return label;
  }

  /**
   * The kind of that code.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error}
   */
  public static BudgetKind parse(String field, String code) {
    return Coded.parse(BudgetKind.class, field, code);
  }
}
