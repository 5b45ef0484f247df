package io.marketplace.bench.proof;

import io.marketplace.bench.control.BenchEnv;
import io.marketplace.bench.options.Options;
import java.time.Duration;
import java.util.Map;

/**
 * Many clients on a key whose cap is small, over all gateways, of which one after the other is
 * killed with SIGKILL. Whenever the cap is used up it is raised by a step, so that the run is one
 * contest for the last nano-dollars after another.
 */
public final class BudgetProof implements Proof {

  /** What can be set. */
  public static final Map<String, String> OPTIONS =
      Map.of(
          "--seconds", "180",
          "--clients", "200",
          "--kill-every", "20",
          "--delay", "50",
          "--step-calls", "4000");

  private final Duration length;
  private final int clients;
  private final Duration between;
  private final int delayMillis;
  private final int stepCalls;

  /** Reads {@link #OPTIONS}. */
  public BudgetProof(Options options) {
    length = options.seconds("--seconds");
    clients = options.number("--clients");
    between = options.seconds("--kill-every");
    delayMillis = options.number("--delay");
    stepCalls = options.number("--step-calls");
  }

  @Override
  public Finding run(BenchEnv env) {
    try (Stage stage = new Stage(env, "bench-budget")) {
      Finding finding =
          new Finding(
              "Budget under kills",
              stage.started(),
              "%d clients on one key over %d gateways for %d s, a gateway killed with SIGKILL every %d s; the upstream answers after %d ms; the cap was raised by %d calls' cost whenever it was used up."
                  .formatted(
                      clients,
                      stage.replicas().count(),
                      length.toSeconds(),
                      between.toSeconds(),
                      delayMillis,
                      stepCalls));
      Contest contest = new Contest(stage, finding, stage.callNano() * stepCalls);
      Tally tally = new Tally();
      Crowd crowd = stage.crowd(clients, delayMillis, false, tally);
      try (crowd) {
        contest.watch(tally, length, between);
      }
      contest.conclude(tally);
      return finding;
    }
  }
}
