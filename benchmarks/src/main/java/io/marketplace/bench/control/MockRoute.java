package io.marketplace.bench.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.marketplace.bench.problem.BenchFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Lets an alias lead to the mock upstream for the time of a run. What stood there is kept in a file
 * until it is put back, so that a run that was killed is mended by the next one.
 */
public final class MockRoute implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> BODY =
      List.of("candidates", "fallback", "timeouts", "cache", "requestClass");
  private static final String MODEL = "mock-chat";

  /** US dollars a million tokens: little enough for any demo budget, and yet each call costs. */
  private static final String PRICE = "0.01";

  private final ControlApi api;
  private final String alias;
  private final Path kept;
  private String pool = "";
  private boolean restored;

  private MockRoute(ControlApi api, String alias, Path kept) {
    this.api = api;
    this.alias = alias;
    this.kept = kept;
  }

  /**
   * Registers the mock as a pool and leads {@code alias} there.
   *
   * @param run names the pool, which must be new
   * @param folder where the former route is kept
   */
  public static MockRoute install(ControlApi api, String alias, URI mock, String run, Path folder) {
    MockRoute route = new MockRoute(api, alias, folder.resolve("route-before-" + alias + ".json"));
    route.keep();
    route.pool = route.register(route.provider(), mock, run);
    api.put("routes/" + ControlApi.encode(alias), body(route.pool));
    return route;
  }

  private void keep() {
    if (Files.exists(kept)) {
      return;
    }
    ObjectNode before = JSON.createObjectNode();
    JsonNode found =
        api.find("routes/" + ControlApi.encode(alias))
            .orElseThrow(() -> new BenchFailure("There is no route " + alias + "."));
    for (String field : BODY) {
      if (found.hasNonNull(field)) {
        before.set(field, found.get(field));
      }
    }
    try {
      Files.createDirectories(kept.toAbsolutePath().getParent());
      Files.writeString(kept, before.toPrettyString());
    } catch (IOException e) {
      throw new BenchFailure("The present route cannot be kept in " + kept + ".", e);
    }
  }

  private String provider() {
    String name = "bench mock upstream";
    for (JsonNode provider : api.get("providers?limit=100").path("items")) {
      if (name.equals(provider.path("name").asText())) {
        return provider.path("id").asText();
      }
    }
    ObjectNode body = ControlApi.object().put("name", name).put("jurisdiction", "EU");
    body.putArray("processingPlaces").add("EU");
    body.putObject("attributes");
    return api.post("providers", body).path("id").asText();
  }

  private String register(String provider, URI mock, String run) {
    ObjectNode body =
        ControlApi.object()
            .put("name", "bench " + run)
            .put("providerId", provider)
            .put("engine", "mock")
            .put("dialect", "openai")
            .put("region", "local");
    body.putArray("endpoints").add(mock.toString());
    body.putArray("models")
        .addObject()
        .put("name", MODEL)
        .put("promptUsdPerMillion", PRICE)
        .put("completionUsdPerMillion", PRICE)
        .put("contextTokens", 32_768);
    return api.post("pools", body).path("id").asText();
  }

  private static ObjectNode body(String pool) {
    ObjectNode body = ControlApi.object();
    body.putArray("candidates")
        .addObject()
        .put("poolId", pool)
        .put("model", MODEL)
        .put("weight", 1);
    body.putArray("fallback");
    body.putObject("timeouts")
        .put("connectMs", 2_000)
        .put("firstByteMs", 30_000)
        .put("idleMs", 30_000)
        .put("totalMs", 120_000);
    // Every request is another one: a cache could only fill up.
    body.putObject("cache").put("mode", "off").put("scope", "tenant");
    return body;
  }

  /** Puts the former route back and archives the pool; again does nothing. */
  @Override
  public synchronized void close() {
    if (restored) {
      return;
    }
    try {
      api.put("routes/" + ControlApi.encode(alias), JSON.readTree(Files.readString(kept)));
      Files.delete(kept);
      restored = true;
      api.delete("pools/" + pool);
    } catch (IOException e) {
      throw new BenchFailure("The former route of " + alias + " is still in " + kept + ".", e);
    }
  }
}
