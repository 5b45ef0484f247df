package io.marketplace.model.metering;

import io.marketplace.model.kernel.Ids;
import java.util.UUID;

/** Identifies one call of the gateway; its text stands in {@code Marketplace-Request-Id}. */
public record CallId(UUID value) {

  /** A new identifier, ordered by time (UUIDv7). */
  public static CallId create() {
    return new CallId(Ids.next());
  }

  /**
   * Reads the identifier's text form.
   *
   * @throws io.marketplace.model.problem.MarketplaceException 404 {@code not_found} if it is none
   */
  public static CallId parse(String text) {
    return new CallId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
