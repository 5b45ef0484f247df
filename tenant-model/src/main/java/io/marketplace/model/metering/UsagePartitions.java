package io.marketplace.model.metering;

/** Keeps the ledger in parts that are quick to read and to put away: one a day. */
public interface UsagePartitions {

  /**
   * Makes the parts of today and the coming week that are missing.
   *
   * @return how many were made
   */
  int prepare();

  /**
   * Joins to days the hours before yesterday of what is told of the calls' speed, and forgets what
   * is older than anybody asks for. Several servers may do so at once.
   *
   * @return how many sums this touched
   */
  int joinHours();
}
