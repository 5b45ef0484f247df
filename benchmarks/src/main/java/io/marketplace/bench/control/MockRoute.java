package io.marketplace.bench.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

  /** What stands behind the alias at first. */
  public static final String MODEL = "mock-chat";

  /** The same for twice the price, so that an answer's cost tells which route was in force. */
  public static final String DEAR = "mock-chat-dear";

  /** The provider's name, as policies call it. */
  public static final String PROVIDER = "bench mock upstream";

  /** US dollars a million tokens: little enough for any demo budget, and yet each call costs. */
  private static final String PRICE = "0.01";

  private static final String DEAR_PRICE = "0.02";

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
    route.lead(MODEL);
    return route;
  }

  /** Lets the alias lead to {@link #MODEL} or {@link #DEAR}. */
  public void lead(String model) {
    api.put("routes/" + ControlApi.encode(alias), body(pool, model));
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
    for (JsonNode provider : api.get("providers?limit=100").path("items")) {
      if (PROVIDER.equals(provider.path("name").asText())) {
        return provider.path("id").asText();
      }
    }
    ObjectNode body = ControlApi.object().put("name", PROVIDER).put("jurisdiction", "EU");
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
    ArrayNode models = body.putArray("models");
    model(models, MODEL, PRICE);
    model(models, DEAR, DEAR_PRICE);
    return api.post("pools", body).path("id").asText();
  }

  private static void model(ArrayNode models, String name, String price) {
    models
        .addObject()
        .put("name", name)
        .put("promptUsdPerMillion", price)
        .put("completionUsdPerMillion", price)
        .put("contextTokens", 32_768);
  }

  private static ObjectNode body(String pool, String model) {
    ObjectNode body = ControlApi.object();
    body.putArray("candidates")
        .addObject()
        .put("poolId", pool)
        .put("model", model)
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
