package io.marketplace.model.kernel;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;

/**
 * Which part of a list is wanted.
 *
 * @param offset how many rows to pass over, from 0
 * @param limit how many rows at the most, 1 to 200
 */
public record PageRequest(int offset, int limit) {

  /** The largest page. */
  public static final int MAX = 200;

  /** Refuses what no list can answer. */
  public PageRequest {
    if (offset < 0 || limit < 1 || limit > MAX) {
      throw new MarketplaceException(
          ProblemCode.INVALID_REQUEST,
          "limit must be 1 to " + MAX + " and the cursor one that was given out.",
          "limit");
    }
  }

  /** The first rows. */
  public static PageRequest first(int limit) {
    return new PageRequest(0, limit);
  }
}
