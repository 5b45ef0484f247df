package io.marketplace.gateway.line;

import io.marketplace.model.metering.CallDecision;
import java.util.ArrayList;
import java.util.List;

/**
 * The decisions of one call in order; what {@code explain} shows. Confined to the call's thread
 * until it has ended.
 */
public final class CallTrace {
  private final long startNanos;
  private final List<CallDecision> decisions = new ArrayList<>(12);

  public CallTrace(long startNanos) {
    this.startNanos = startNanos;
  }

  /** The beginning of the call in {@link System#nanoTime} terms. */
  public long startNanos() {
    return startNanos;
  }

  /** Adds a decision; {@code facts} are names and values in turn. */
  public void add(String step, String decision, String... facts) {
    long micros = (System.nanoTime() - startNanos) / 1_000;
    decisions.add(new CallDecision(step, decision, List.of(facts), micros));
  }

  public List<CallDecision> decisions() {
    return List.copyOf(decisions);
  }
}
