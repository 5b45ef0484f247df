package io.marketplace.model.invoice;

import io.marketplace.model.kernel.Ids;
import java.util.UUID;

/** Identifies an imported invoice. */
public record InvoiceId(UUID value) {

  /** A new identifier. */
  public static InvoiceId create() {
    return new InvoiceId(Ids.next());
  }

  /**
   * Reads an identifier.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found} if it is none
   */
  public static InvoiceId parse(String text) {
    return new InvoiceId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
