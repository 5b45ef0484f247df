package io.marketplace.bench.proof;

import io.marketplace.bench.control.BenchEnv;
import io.marketplace.bench.options.Options;
import io.marketplace.bench.pause.Pause;
import io.marketplace.bench.problem.BenchFailure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Takes Postgres away while callers call: good keys go on working, and what they used is booked
 * when Postgres is back.
 */
public final class OutageProof implements Proof {

  /** What can be set. */
  public static final Map<String, String> OPTIONS =
      Map.of("--seconds", "60", "--clients", "20", "--delay", "20", "--how", "stop");

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Load before and after, so that slices of budgets are out when the outage begins. */
  private static final long AROUND_MILLIS = 3_000;

  private final Duration length;
  private final int clients;
  private final int delayMillis;
  private final boolean hang;

  /** Reads {@link #OPTIONS}. */
  public OutageProof(Options options) {
    length = options.seconds("--seconds");
    clients = options.number("--clients");
    delayMillis = options.number("--delay");
    hang =
        switch (options.word("--how")) {
          case "hang" -> true;
          case "stop" -> false;
          default -> throw new BenchFailure("--how takes stop or hang.");
        };
  }

  @Override
  public Finding run(BenchEnv env) {
    try (Stage stage = new Stage(env, "bench-outage")) {
      Finding finding =
          new Finding(
              "Postgres away",
              stage.started(),
              "Postgres %s for %d s under %d clients on %d gateways; the upstream answers after %d ms."
                  .formatted(
                      hang ? "hanging (its processes stopped)" : "shut down",
                      length.toSeconds(),
                      clients,
                      stage.replicas().count(),
                      delayMillis));
      DatabaseServer database = DatabaseServer.of(env, hang);
      Tally tally = new Tally();
      Crowd crowd = stage.crowd(clients, delayMillis, true, tally);
      try (crowd) {
        Pause.millis(AROUND_MILLIS);
        outage(database, tally, finding);
        Pause.millis(AROUND_MILLIS);
      }
      long waitedFrom = System.nanoTime();
      RowCheck rows =
          RowCheck.await(PATIENCE, tally.answered(), () -> stage.books().rows(stage.key().id()));
      finding.row(
          "seconds until every row was there",
          TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - waitedFrom));
      rows.tell(finding);
      stage.setAside().tell(finding);
      finding.met(tally);
      finding.claim(tally.count("no whole answer") == 0, "Calls ended without a whole answer.");
      return finding;
    }
  }

  private void outage(DatabaseServer database, Tally tally, Finding finding) {
    database.takeAway();
    try {
      long before = tally.answered().size();
      Pause.millis(length.toMillis());
      long during = tally.answered().size() - before;
      finding.row("answers while it was away", during);
      finding.claim(during > 0, "Nothing was answered while Postgres was away.");
    } finally {
      database.giveBack();
    }
  }
}
