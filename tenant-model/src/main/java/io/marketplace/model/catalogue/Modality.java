package io.marketplace.model.catalogue;

import io.marketplace.model.kernel.Coded;
import java.util.Locale;
import java.util.Optional;

/** What a model reads or gives. */
public enum Modality implements Coded {
  TEXT,
  IMAGE,
  VIDEO,
  VECTOR,
  SCORE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The code as it stands in requests, such as {@code image}. */
  @Override
  public String code() {
    return code;
  }

  /** The modality of that code. */
  public static Optional<Modality> of(String code) {
    return Coded.of(Modality.class, code);
  }

  /**
   * Reads a modality from a request.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} if
   *     there is no such modality
   */
  public static Modality parse(String field, String code) {
    return Coded.parse(Modality.class, field, code);
  }
}
