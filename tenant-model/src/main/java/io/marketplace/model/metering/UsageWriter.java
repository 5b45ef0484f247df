package io.marketplace.model.metering;

/** Writes the ledger from the gateway. */
@FunctionalInterface
public interface UsageWriter {

  /**
   * Writes a batch, all of it or nothing. Rows of usage and traces that stand already are left as
   * they are, so a batch may be written again after a failure of unknown outcome.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code unavailable} when the database
   *     is away, {@code internal_error} when it refuses the rows themselves: writing them again
   *     will not help
   */
  void write(UsageBatch batch);
}
