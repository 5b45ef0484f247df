package io.marketplace.bench.proof;

import io.marketplace.bench.control.BenchEnv;
import io.marketplace.bench.options.Options;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Makes changes one after the other through the REST API, and measures on every gateway how long
 * after its answer the first call meets the change.
 */
public final class ChangeProof implements Proof {

  /** What can be set. */
  public static final Map<String, String> OPTIONS = Map.of("--changes", "200");

  private static final long IN_FORCE_NANOS = Duration.ofSeconds(1).toNanos();

  private final int changes;

  /** Reads {@link #OPTIONS}. */
  public ChangeProof(Options options) {
    changes = options.number("--changes");
  }

  @Override
  public Finding run(BenchEnv env) {
    try (Stage stage = new Stage(env, "bench-changes")) {
      Finding finding =
          new Finding(
              "Changes in force",
              stage.started(),
              "%d changes one after the other on %d gateways, each asked over and over; from the API's answer to the end of the first call that met the change, in ms."
                  .formatted(changes, stage.replicas().count()));
      Map<String, List<Long>> taken = new TreeMap<>();
      List<Change> kinds = Change.all(stage);
      for (int i = 0; i < changes; i++) {
        Change change = kinds.get(i % kinds.size());
        taken
            .computeIfAbsent(change.kind(), kind -> new ArrayList<>())
            .addAll(new Race(stage.replicas()).run(change));
      }
      List<Long> all = taken.values().stream().flatMap(List::stream).toList();
      tell(finding, "all", all);
      taken.forEach((kind, nanos) -> tell(finding, kind, nanos));
      finding.claim(
          percentile(all, 99) <= IN_FORCE_NANOS,
          "One change in a hundred took longer than a second.");
      return finding;
    }
  }

  private static void tell(Finding finding, String what, List<Long> nanos) {
    finding.row(
        "%s, %d times on a gateway: p50 / p99 / most".formatted(what, nanos.size()),
        "%s / %s / %s"
            .formatted(
                millis(percentile(nanos, 50)),
                millis(percentile(nanos, 99)),
                millis(percentile(nanos, 100))));
  }

  private static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }

  /** The least value that as many percent of all do not exceed. */
  static long percentile(List<Long> values, int percent) {
    List<Long> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int index = (int) Math.ceil(sorted.size() * percent / 100.0) - 1;
    return sorted.get(Math.max(0, index));
  }
}
