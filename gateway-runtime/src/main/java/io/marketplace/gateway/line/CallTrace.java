package io.marketplace.gateway.line;

import java.util.ArrayList;
import java.util.List;

/**
 * The decisions of one call in order; what {@code explain} shows. Confined to the call's thread
 * until it has ended.
 */
public final class CallTrace {
  /**
   * One decision.
   *
   * @param step the step that took it, as {@code package/Class}
   * @param decision one word or short phrase
   * @param facts what it rested on, names and values in turn; never a prompt, a secret or an
   *     upstream address
   * @param atMicros microseconds since the call began
   */
  public record Decision(String step, String decision, List<String> facts, long atMicros) {}

  private final long startNanos;
  private final List<Decision> decisions = new ArrayList<>(12);

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
    decisions.add(new Decision(step, decision, List.of(facts), micros));
  }

  public List<Decision> decisions() {
    return List.copyOf(decisions);
  }
}
