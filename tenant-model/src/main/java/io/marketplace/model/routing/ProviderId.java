package io.marketplace.model.routing;

import io.marketplace.model.kernel.Ids;
import java.util.UUID;

/** Identifies a provider. */
public record ProviderId(UUID value) {

  /** A new identifier, ordered by time (UUIDv7). */
  public static ProviderId create() {
    return new ProviderId(Ids.next());
  }

  /**
   * Reads the identifier's text form.
   *
   * @throws io.marketplace.model.problem.MarketplaceException 404 {@code not_found} if it is none:
   *     an identifier that cannot exist is answered as one that does not
   */
  public static ProviderId parse(String text) {
    return new ProviderId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
