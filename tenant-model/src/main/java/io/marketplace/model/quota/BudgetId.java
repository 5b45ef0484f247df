package io.marketplace.model.quota;

import io.marketplace.model.kernel.Ids;
import java.util.UUID;

/** Identifies a budget; the monthly budget that every grant bears has the grant's identifier. */
public record BudgetId(UUID value) {

  /** A new identifier, ordered by time (UUIDv7). */
  public static BudgetId create() {
    return new BudgetId(Ids.next());
  }

  /**
   * Reads the identifier's text form.
   *
   * @throws io.marketplace.model.problem.MarketplaceException 404 {@code not_found} if it is none:
   *     an identifier that cannot exist is answered as one that does not
   */
  public static BudgetId parse(String text) {
    return new BudgetId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
