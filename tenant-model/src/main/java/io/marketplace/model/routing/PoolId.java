package io.marketplace.model.routing;

import io.marketplace.model.kernel.Ids;
import java.util.UUID;

/** Identifies a pool. */
public record PoolId(UUID value) {

  /** A new identifier, ordered by time (UUIDv7). */
  public static PoolId create() {
    return new PoolId(Ids.next());
  }

  /**
   * Reads the identifier's text form.
   *
   * @throws io.marketplace.model.problem.MarketplaceException 404 {@code not_found} if it is none:
   *     an identifier that cannot exist is answered as one that does not
   */
  public static PoolId parse(String text) {
    return new PoolId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
