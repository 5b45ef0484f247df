package io.marketplace.model.quota;

import io.marketplace.model.kernel.Ids;
import java.util.UUID;

/** Identifies a temporary raise of a budget. */
public record RaiseId(UUID value) {

  /** A new identifier, ordered by time (UUIDv7). */
  public static RaiseId create() {
    return new RaiseId(Ids.next());
  }

  /**
   * Reads the identifier's text form.
   *
   * @throws io.marketplace.model.problem.MarketplaceException 404 {@code not_found} if it is none:
   *     an identifier that cannot exist is answered as one that does not
   */
  public static RaiseId parse(String text) {
    return new RaiseId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
