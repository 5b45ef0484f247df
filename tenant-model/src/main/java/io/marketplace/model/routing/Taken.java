package io.marketplace.model.routing;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;

/** The refusal of a name that is in use. */
final class Taken {

  private Taken() {}

  static void check(String kind, String name, boolean taken) {
    if (taken) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT, "A " + kind + " named " + name + " exists already.", "name");
    }
  }
}
