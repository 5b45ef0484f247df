package io.marketplace.model.catalogue;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.Arrays;
import java.util.Locale;

/** How a list of cards is ordered; cards that lack the fact come last. */
public enum CardSort {
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
  public String code() {
    return code;
  }

  /**
   * Reads an order from an address.
   *
   * @throws MarketplaceException {@code invalid_request_error} if there is no such order
   */
  public static CardSort parse(String field, String code) {
    return Arrays.stream(values())
        .filter(sort -> sort.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new MarketplaceException(
                    ProblemCode.INVALID_REQUEST,
                    field
                        + " must be one of tier, name, context, input-price, output-price,"
                        + " parameters.",
                    field));
  }
}
