package io.marketplace.model.catalogue;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The six tiers of models; the code is the alias applications call. */
public enum Tier {
  REASONING,
  UTILITY,
  EMBEDDING,
  RERANKER,
  CODE,
  VISION;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The tier's alias, such as {@code utility}. */
  public String code() {
    return code;
  }

  /** The tier of that alias. */
  public static Optional<Tier> of(String code) {
    return Arrays.stream(values()).filter(tier -> tier.code.equals(code)).findFirst();
  }

  /**
   * Reads a tier from a request.
   *
   * @throws MarketplaceException {@code invalid_request_error} if there is no such tier
   */
  public static Tier parse(String field, String code) {
    return of(code)
        .orElseThrow(
            () ->
                new MarketplaceException(
                    ProblemCode.INVALID_REQUEST,
                    field
                        + " must be one of reasoning, utility, embedding, reranker, code, vision.",
                    field));
  }
}
