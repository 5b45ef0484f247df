package io.marketplace.model.kernel;

import java.util.UUID;

/** Identifies a person or service account. */
public record PersonId(UUID value) {

  /** A new identifier, ordered by time (UUIDv7). */
  public static PersonId create() {
    return new PersonId(Ids.next());
  }

  /**
   * Reads the identifier's text form.
   *
   * @throws io.marketplace.model.problem.MarketplaceException 404 {@code not_found} if it is none:
   *     an identifier that cannot exist is answered as one that does not
   */
  public static PersonId parse(String text) {
    return new PersonId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
