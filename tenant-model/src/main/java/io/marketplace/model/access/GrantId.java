package io.marketplace.model.access;

import io.marketplace.model.kernel.Ids;
import java.util.UUID;

/** Identifies a grant. */
public record GrantId(UUID value) {

  /** A new identifier, ordered by time (UUIDv7). */
  public static GrantId create() {
    return new GrantId(Ids.next());
  }

  /**
   * Reads the identifier's text form.
   *
   * @throws io.marketplace.model.problem.MarketplaceException 404 {@code not_found} if it is none:
   *     an identifier that cannot exist is answered as one that does not
   */
  public static GrantId parse(String text) {
    return new GrantId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
