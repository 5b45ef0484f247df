package io.marketplace.model.kernel;

import java.util.UUID;

/** Identifies a tenant. */
public record TenantId(UUID value) {

  /** A new identifier, ordered by time (UUIDv7). */
  public static TenantId create() {
    return new TenantId(Ids.next());
  }

  /**
   * Reads the identifier's text form.
   *
   * @throws io.marketplace.model.problem.MarketplaceException 404 {@code not_found} if it is none:
   *     an identifier that cannot exist is answered as one that does not
   */
  public static TenantId parse(String text) {
    return new TenantId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
