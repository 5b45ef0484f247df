package io.marketplace.model.catalogue;

import io.marketplace.model.kernel.Coded;
import java.util.Locale;
import java.util.Optional;

/** The six tiers of models; the code is the alias applications call. */
public enum Tier implements Coded {
  REASONING,
  UTILITY,
  EMBEDDING,
  RERANKER,
  CODE,
  VISION;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The tier's alias, such as {@code utility}. */
  @Override
  public String code() {
    return code;
  }

  /** The tier of that alias. */
  public static Optional<Tier> of(String code) {
    return Coded.of(Tier.class, code);
  }

  /**
   * Reads a tier from a request.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} if
   *     there is no such tier
   */
  public static Tier parse(String field, String code) {
    return Coded.parse(Tier.class, field, code);
  }
}
