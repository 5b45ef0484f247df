package io.marketplace.model.quota;

import io.marketplace.model.kernel.Ids;
import java.util.UUID;

/** Identifies a limit. */
public record LimitId(UUID value) {

  /** A new identifier, ordered by time (UUIDv7). */
  public static LimitId create() {
    return new LimitId(Ids.next());
  }

  /**
   * Reads the identifier's text form.
   *
   * @throws io.marketplace.model.problem.MarketplaceException 404 {@code not_found} if it is none:
   *     an identifier that cannot exist is answered as one that does not
   */
  public static LimitId parse(String text) {
    return new LimitId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
