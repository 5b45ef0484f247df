package io.marketplace.model.metering;

import io.marketplace.model.kernel.Ids;
import java.time.Instant;
import java.util.Optional;
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

  /** When the call began, to the millisecond; empty for an identifier that bears no time. */
  public Optional<Instant> madeAt() {
    // RFC 9562, 5.7: the first 48 bits are Unix milliseconds
    return value.version() == 7
        ? Optional.of(Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
