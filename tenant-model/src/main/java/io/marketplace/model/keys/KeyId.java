package io.marketplace.model.keys;

import io.marketplace.model.kernel.Ids;
import java.util.UUID;

/** Identifies a virtual key. */
public record KeyId(UUID value) {

  /** A new identifier, ordered by time (UUIDv7). */
  public static KeyId create() {
    return new KeyId(Ids.next());
  }

  /**
   * Reads the identifier's text form.
   *
   * @throws io.marketplace.model.problem.MarketplaceException 404 {@code not_found} if it is none:
   *     an identifier that cannot exist is answered as one that does not
   */
  public static KeyId parse(String text) {
    return new KeyId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
