package io.marketplace.bench.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.marketplace.bench.pause.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the marketplace booked for the run, which is labelled as a workflow of its own.
 *
 * @param answered right answers that the driver received
 * @param booked requests that {@code GET /api/v1/usage} shows
 */
public record UsageCount(long answered, long booked) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Whether each answer has its usage row, and no row is too many. */
  public boolean agrees() {
    return answered == booked;
  }

  /** Asks until the count is right or has not grown for half a minute: rows come in batches. */
  public static UsageCount await(ControlApi api, String workflow, Instant from, long answered) {
    long grewNanos = System.nanoTime();
    UsageCount last = new UsageCount(answered, 0);
    while (true) {
      UsageCount count = new UsageCount(answered, booked(api, workflow, from));
      if (count.booked > last.booked) {
        grewNanos = System.nanoTime();
      }
      last = count;
      if (count.agrees() || System.nanoTime() - grewNanos > PATIENCE.toNanos()) {
        return count;
      }
      Pause.millis(500);
    }
  }

  private static long booked(ControlApi api, String workflow, Instant from) {
    // A minute on either side: the clocks of two servers, and batches that are still written.
    String path =
        "usage?groupBy=workflow&limit=100&workflow="
            + ControlApi.encode(workflow)
            + "&from="
            + ControlApi.encode(from.minusSeconds(60).toString())
            + "&to="
            + ControlApi.encode(Instant.now().plusSeconds(60).toString());
    long requests = 0;
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      String cursor = next.get();
      JsonNode page =
          api.get(cursor.isEmpty() ? path : path + "&cursor=" + ControlApi.encode(cursor));
      for (JsonNode item : page.path("items")) {
        if (workflow.equals(item.path("group").path("workflow").asText())) {
          requests += item.path("requests").asLong();
        }
      }
      next = Optional.ofNullable(page.path("next").textValue()).filter(text -> !text.isBlank());
    }
    return requests;
  }
}
