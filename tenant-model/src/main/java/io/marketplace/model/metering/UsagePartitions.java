package io.marketplace.model.metering;

/** The ledger is kept in one part a day, so that old days can be put away whole. */
public interface UsagePartitions {

  /**
   * Makes the parts of today and the coming week that are missing.
   *
   * @return how many were made
   */
  int prepare();
}
