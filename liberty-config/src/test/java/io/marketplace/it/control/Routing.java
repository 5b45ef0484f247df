package io.marketplace.it.control;

import static io.marketplace.it.control.ControlApi.as;

import io.marketplace.it.control.ControlApi.Caller;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Providers, pools and a route of the first demo tenant's own for one test class. Closing takes
 * them out of service: the alias stays, and nothing serves it.
 */
public final class Routing implements AutoCloseable {
  /** What a pool serves. */
  public static final String MODEL = "it-model";

  private final String alias;
  private final String tier;
  private final String provider;
  private final List<String> pools = new ArrayList<>();

  /** A pool as calls see it. */
  public record Pool(String id, String name) {
    /** As a candidate of a route. */
    public Map<String, Object> candidate() {
      return Map.of("poolId", id, "model", MODEL, "weight", 1);
    }
  }

  /** An alias that a grant of {@code tier} opens; it serves nothing yet. */
  public Routing(String alias, String tier) {
    this.alias = alias;
    this.tier = tier;
    this.provider =
        as(Caller.ADMIN)
            .body(
                Map.of(
                    "name",
                    Access.fresh("it-provider"),
                    "jurisdiction",
                    "EU",
                    "processingPlaces",
                    List.of("Frankfurt")))
            .post("/providers")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
  }

  /** The alias. */
  public String alias() {
    return alias;
  }

  /** The provider of all pools. */
  public String provider() {
    return provider;
  }

  /** Registers a pool at an address. */
  public Pool pool(URI address) {
    Map<String, Object> pool = new HashMap<>();
    String name = Access.fresh("it-pool");
    pool.put("name", name);
    pool.put("providerId", provider);
    pool.put("engine", "other");
    pool.put("dialect", "openai");
    pool.put("endpoints", List.of(address.toString()));
    pool.put("region", "local");
    pool.put(
        "models",
        List.of(
            Map.of(
                "name",
                MODEL,
                "promptUsdPerMillion",
                "1.00",
                "completionUsdPerMillion",
                "2.00",
                "contextTokens",
                8192)));
    String id =
        as(Caller.ADMIN).body(pool).post("/pools").then().statusCode(201).extract().path("id");
    pools.add(id);
    return new Pool(id, name);
  }

  /** Sends calls to a pool, then to others in turn. */
  public void route(Map<String, Integer> timeouts, Pool first, Pool... fallback) {
    List<List<Map<String, Object>>> groups = new ArrayList<>();
    for (Pool next : fallback) {
      groups.add(List.of(next.candidate()));
    }
    put(
        Map.of(
            "tier",
            tier,
            "candidates",
            List.of(first.candidate()),
            "fallback",
            groups,
            "timeouts",
            timeouts));
  }

  /** Sends calls to a pool, with time enough. */
  public void route(Pool only) {
    route(
        Map.of("connectMs", 1_000, "firstByteMs", 20_000, "idleMs", 20_000, "totalMs", 60_000),
        only);
  }

  private void put(Map<String, Object> route) {
    as(Caller.APPROVER).body(route).put("/routes/{alias}", alias).then().statusCode(200);
  }

  @Override
  public void close() {
    put(Map.of("tier", tier, "candidates", List.of()));
    for (String pool : pools) {
      as(Caller.ADMIN).delete("/pools/{id}", pool).then().statusCode(204);
    }
  }
}
