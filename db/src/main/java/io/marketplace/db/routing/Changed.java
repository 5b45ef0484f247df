package io.marketplace.db.routing;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;

/** Tells a change that met its row's version from one that came too late. */
final class Changed {

  private Changed() {}

  static void one(int rows) {
    if (rows != 1) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT, "It was changed meanwhile. Load it again.");
    }
  }
}
