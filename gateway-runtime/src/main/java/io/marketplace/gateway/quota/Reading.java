package io.marketplace.gateway.quota;

import io.github.bucket4j.ConsumptionProbe;

/**
 * What a count said to a call.
 *
 * @param take what was asked
 * @param granted whether it was given
 * @param taken how much was given: an amount that no count could ever hold is cut to what it can
 * @param limit the whole limit, over all gateways; 0 where nothing limits
 * @param remaining what is left of it, as far as this gateway can tell
 * @param waitNanos how long until what was refused can be given; 0 when granted
 * @param resetNanos how long until all of it is there again
 */
record Reading(
    Take take,
    boolean granted,
    long taken,
    long limit,
    long remaining,
    long waitNanos,
    long resetNanos) {

  /** When a slot comes free nobody knows: the shortest pause that HTTP can name. */
  private static final long SLOT_WAIT_NANOS = 1_000_000_000L;

  static Reading of(Take take, long limit, long asked, ConsumptionProbe probe) {
    return new Reading(
        take,
        probe.isConsumed(),
        probe.isConsumed() ? asked : 0,
        limit,
        Math.max(0, probe.getRemainingTokens()),
        probe.getNanosToWaitForRefill(),
        probe.getNanosToWaitForReset());
  }

  static Reading slot(Take take, boolean granted, long limit) {
    return new Reading(
        take, granted, granted ? 1 : 0, limit, 0, granted ? 0 : SLOT_WAIT_NANOS, SLOT_WAIT_NANOS);
  }

  /** Of a count that does not limit. */
  static Reading unlimited(Take take) {
    return new Reading(take, true, 0, 0, 0, 0, 0);
  }
}
