package io.marketplace.model.catalogue;

import io.marketplace.model.kernel.Coded;
import java.util.Locale;

/** How a list of cards is ordered; cards that lack the fact come last. */
public enum CardSort implements Coded {
  /** By tier, then name. */
  TIER,
  /** By name. */
  NAME,
  /** Longest context first. */
  CONTEXT,
  /** Cheapest input first. */
  INPUT_PRICE,
  /** Cheapest output first. */
  OUTPUT_PRICE,
  /** Most active parameters first. */
  PARAMETERS;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The code as it stands in addresses, such as {@code input-price}. */
  @Override
  public String code() {
    return code;
  }

  /**
   * Reads an order from an address.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} if
   *     there is no such order
   */
  public static CardSort parse(String field, String code) {
    return Coded.parse(CardSort.class, field, code);
  }
}
