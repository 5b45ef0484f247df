package io.marketplace.model.kernel;

import java.util.UUID;

/** Identifies an application of a team. */
public record ApplicationId(UUID value) {

  /** A new identifier, ordered by time (UUIDv7). */
  public static ApplicationId create() {
    return new ApplicationId(Ids.next());
  }

  /**
   * Reads the identifier's text form.
   *
   * @throws io.marketplace.model.problem.MarketplaceException 404 {@code not_found} if it is none:
   *     an identifier that cannot exist is answered as one that does not
   */
  public static ApplicationId parse(String text) {
    return new ApplicationId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
