package io.marketplace.model.keys;

import io.marketplace.model.kernel.Ids;
import java.util.UUID;

/** Identifies one secret of a virtual key. */
public record SecretId(UUID value) {

  /** A new identifier, ordered by time (UUIDv7). */
  public static SecretId create() {
    return new SecretId(Ids.next());
  }

  /**
   * Reads the identifier's text form.
   *
   * @throws io.marketplace.model.problem.MarketplaceException 404 {@code not_found} if it is none:
   *     an identifier that cannot exist is answered as one that does not
   */
  public static SecretId parse(String text) {
    return new SecretId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
