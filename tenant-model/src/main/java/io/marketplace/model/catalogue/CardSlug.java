package io.marketplace.model.catalogue;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.regex.Pattern;

/** The name of a model's card in addresses, such as {@code qwen3-coder}. */
public record CardSlug(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{1,79}");

  /** Refuses what the database's check would refuse. */
  public CardSlug {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a card's slug: " + value);
    }
  }

  /**
   * Reads a slug from an address.
   *
   * @throws MarketplaceException {@code not_found} if no card can bear it
   */
  public static CardSlug parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new MarketplaceException(ProblemCode.NOT_FOUND, "No model has this name.");
    }
    return new CardSlug(text);
  }

  /**
   * Reads a slug from the field of a form.
   *
   * @throws MarketplaceException {@code invalid_request_error} if the form is wrong
   */
  public static CardSlug parse(String field, String text) {
    if (!FORM.matcher(text).matches()) {
      throw new MarketplaceException(
          ProblemCode.INVALID_REQUEST,
          field + " must be 2 to 80 small letters, digits, dots and hyphens.",
          field);
    }
    return new CardSlug(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
