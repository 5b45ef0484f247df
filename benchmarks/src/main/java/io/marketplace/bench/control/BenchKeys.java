package io.marketplace.bench.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.marketplace.bench.problem.BenchFailure;
import java.util.ArrayList;
import java.util.List;

/** Keys of the demo's application for the time of a run; closing revokes them. */
public final class BenchKeys implements AutoCloseable {

  private final ControlApi api;
  private final String tier;
  private final String run;
  private final String application;
  private final List<Issued> keys = new ArrayList<>();

  /** A key; the secret is what calls send. */
  public record Issued(String id, String secret) {}

  private BenchKeys(ControlApi api, String tier, String run) {
    this.api = api;
    this.tier = tier;
    this.run = run;
    this.application = application(api, tier);
  }

  /**
   * Issues keys that open a tier, as the demo's developer.
   *
   * @throws BenchFailure if no application of the developer's was granted the tier
   */
  public static BenchKeys issue(ControlApi api, String tier, int count, String run) {
    BenchKeys keys = new BenchKeys(api, tier, run);
    for (int i = 0; i < count; i++) {
      keys.another();
    }
    return keys;
  }

  /** Issues one more. */
  public Issued another() {
    ObjectNode body = ControlApi.object().put("name", run + "-" + keys.size());
    body.putArray("tiers").add(tier);
    JsonNode made = api.post("applications/" + application + "/keys", body);
    Issued key = new Issued(made.path("id").asText(), made.path("secret").asText());
    keys.add(key);
    return key;
  }

  private static String application(ControlApi api, String tier) {
    for (JsonNode grant : api.get("grants?limit=200").path("items")) {
      if (grant.path("tier").asText().equals(tier)
          && grant.path("state").asText().equals("active")) {
        return grant.path("application").path("id").asText();
      }
    }
    throw new BenchFailure("No application of the demo's developer has a grant for " + tier + ".");
  }

  /** Those in force, in the order in which they were issued. */
  public List<Issued> keys() {
    return List.copyOf(keys);
  }

  /** What the calls send. */
  public List<String> secrets() {
    return keys.stream().map(Issued::secret).toList();
  }

  /** Revokes one of them. */
  public void revoke(Issued key) {
    api.delete("keys/" + key.id());
    keys.remove(key);
  }

  /** Revokes all that are still in force. */
  @Override
  public void close() {
    keys().forEach(this::revoke);
  }
}
