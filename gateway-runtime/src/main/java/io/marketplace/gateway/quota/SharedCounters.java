package io.marketplace.gateway.quota;

import java.util.Collection;

/** Counters that all gateways share, as long as they can be reached. */
interface SharedCounters extends Counters, AutoCloseable {

  /** Begins to keep alive the slots of the calls of {@code meters}, a live view. */
  void start(Collection<LimitMeter> meters);

  /** Whether they answer at present. */
  boolean reachable();

  /** Frees the slot of a call that was admitted while these counters could not be reached. */
  void left(LimitMeter meter, String call);

  @Override
  void close();
}
