package io.marketplace.model.quota;

import io.marketplace.model.kernel.NanoUsd;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What became of a {@link LeaseWish}. */
public sealed interface LeaseAnswer {

  /**
   * A slice was given.
   *
   * @param lease the lease it belongs to: the wish's current one or a new one
   * @param amount how much was added
   * @param windowStart the window it was taken from
   * @param valid how long from now reservations may be made from it
   * @param soft from this spend of the window on calls bear the soft signal
   * @param spentByOthers what the window's period had spent otherwise: before the budget was set,
   *     and through other leases
   */
  record Granted(
      UUID lease,
      NanoUsd amount,
      Instant windowStart,
      Duration valid,
      NanoUsd soft,
      NanoUsd spentByOthers)
      implements LeaseAnswer {}

  /**
   * The window has less left than is needed.
   *
   * @param remaining what is left
   * @param recalled whether others hold some that they were asked to give back
   */
  record Exhausted(NanoUsd remaining, boolean recalled) implements LeaseAnswer {}

  /** There is no such budget any more: it does not stop the call. */
  record Gone() implements LeaseAnswer {}
}
