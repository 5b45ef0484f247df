package io.marketplace.model.routing;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.Optional;
import java.util.regex.Pattern;

/** What applications write as {@code model}: a tier's code or a request class. */
public record Alias(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  /** Refuses what the database's check would refuse. */
  public Alias {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an alias: " + value);
    }
  }

  /**
   * Reads an alias from a request.
   *
   * @throws MarketplaceException {@code invalid_request_error} if the form is wrong
   */
  public static Alias parse(String field, String text) {
    if (!FORM.matcher(text).matches()) {
      throw new MarketplaceException(
          ProblemCode.INVALID_REQUEST,
          field
              + " must be 1 to 64 small letters, digits, dots, hyphens and underscores, the first a"
              + " letter or digit.",
          field);
    }
    return new Alias(text);
  }

  /** The tier this alias names, if it is one of the six. */
  public Optional<Tier> tier() {
    return Tier.of(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
