package io.marketplace.model.kernel;

import java.util.UUID;

/** Identifies a team of a tenant. */
public record TeamId(UUID value) {

  /** A new identifier, ordered by time (UUIDv7). */
  public static TeamId create() {
    return new TeamId(Ids.next());
  }

  /**
   * Reads the identifier's text form.
   *
   * @throws io.marketplace.model.problem.MarketplaceException 404 {@code not_found} if it is none:
   *     an identifier that cannot exist is answered as one that does not
   */
  public static TeamId parse(String text) {
    return new TeamId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
