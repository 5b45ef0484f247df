package io.marketplace.model.metering;

import io.marketplace.model.kernel.Coded;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What usage can be grouped by. */
public enum UsageDimension implements Coded {
  AGENT,
  WORKFLOW,
  CUSTOMER,
  APPLICATION,
  KEY,
  /** Who issued the call's key, of a sub-key its parent. */
  IDENTITY,
  TIER,
  /** The UTC day a call began. */
  DAY,
  USE_CASE,
  TEAM,
  TENANT;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The code as it stands in requests, such as {@code use-case}. */
  @Override
  public String code() {
    return code;
  }

  /** The dimension of that code. */
  public static Optional<UsageDimension> of(String code) {
    return Coded.of(UsageDimension.class, code);
  }

  /**
   * Reads a list such as {@code agent,day}; an empty one asks for one row of totals.
   *
   * @throws MarketplaceException {@code invalid_request_error} if a dimension is unknown or named
   *     twice
   */
  public static List<UsageDimension> parseList(String field, String codes) {
    List<UsageDimension> dimensions = new ArrayList<>();
    if (!codes.isBlank()) {
      for (String code : codes.split(",", -1)) {
        UsageDimension dimension = of(code.strip()).orElseThrow(() -> unknown(field));
        if (dimensions.contains(dimension)) {
          throw unknown(field);
        }
        dimensions.add(dimension);
      }
    }
    return List.copyOf(dimensions);
  }

  private static MarketplaceException unknown(String field) {
    return new MarketplaceException(
        ProblemCode.INVALID_REQUEST,
        field
            + " must name each at most once of agent, workflow, customer, application, key,"
            + " identity, tier, day, use-case, team, tenant.",
        field);
  }
}
