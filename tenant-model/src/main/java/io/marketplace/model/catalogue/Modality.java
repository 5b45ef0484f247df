package io.marketplace.model.catalogue;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a model reads or gives. */
public enum Modality {
  TEXT,
  IMAGE,
  VIDEO,
  VECTOR,
  SCORE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The code as it stands in requests, such as {@code image}. */
  public String code() {
    return code;
  }

  /** The modality of that code. */
  public static Optional<Modality> of(String code) {
    return Arrays.stream(values()).filter(modality -> modality.code.equals(code)).findFirst();
  }

  /**
   * Reads a modality from a request.
   *
   * @throws MarketplaceException {@code invalid_request_error} if there is no such modality
   */
  public static Modality parse(String field, String code) {
    return of(code)
        .orElseThrow(
            () ->
                new MarketplaceException(
                    ProblemCode.INVALID_REQUEST,
                    field + " must be one of text, image, video, vector, score.",
                    field));
  }
}
