package io.marketplace.bench.proof;

import io.marketplace.bench.control.BenchEnv;
import io.marketplace.bench.options.Options;
import io.marketplace.bench.problem.BenchFailure;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Kills a gateway with SIGKILL the moment a caller holds the last byte of an answer, while others
 * wait for theirs; the gateways in turn, plain answers and streams in turn.
 */
public final class CrashProof implements Proof {

  /** What can be set. */
  public static final Map<String, String> OPTIONS = Map.of("--kills", "20", "--clients", "8");

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int DELAY_MILLIS = 20;

  /** Calls that go well before the one that is followed by a kill. */
  private static final int BEFORE = 10;

  private final int kills;
  private final int clients;

  /** Reads {@link #OPTIONS}. */
  public CrashProof(Options options) {
    kills = options.number("--kills");
    clients = options.number("--clients");
  }

  @Override
  public Finding run(BenchEnv env) {
    try (Stage stage = new Stage(env, "bench-crash")) {
      Finding finding =
          new Finding(
              "Kill after the last byte",
              stage.started(),
              "%d gateways killed with SIGKILL %d times, each time right after one caller had the last byte of an answer (plain and streamed in turn), while %d others called."
                  .formatted(stage.replicas().count(), kills, clients));
      Tally tally = new Tally();
      for (int kill = 0; kill < kills; kill++) {
        crash(stage, kill, tally);
      }
      stage.replicas().awaitAll();
      RowCheck rows =
          RowCheck.await(PATIENCE, tally.answered(), () -> stage.books().rows(stage.key().id()));
      finding.row("kills", kills);
      rows.tell(finding);
      stage.setAside().tell(finding);
      finding.met(tally);
      return finding;
    }
  }

  private void crash(Stage stage, int kill, Tally tally) {
    stage.replicas().awaitReady(kill);
    URI gateway = stage.replicas().address(kill);
    ProcessHandle process = stage.replicas().process(kill);
    String key = stage.key().secret();
    Crowd others =
        Crowd.start(stage.caller(), List.of(gateway), key, clients, DELAY_MILLIS, true, tally);
    try (others) {
      for (int i = 0; i < BEFORE; i++) {
        tally.note(stage.caller().chat(gateway, key, i % 2 == 1, DELAY_MILLIS));
      }
      Reply last = stage.caller().chat(gateway, key, kill % 2 == 1, DELAY_MILLIS);
      process.destroyForcibly();
      tally.note(last);
      if (!last.answered()) {
        throw new BenchFailure(gateway + " did not answer the call before its end: " + last);
      }
    }
  }
}
