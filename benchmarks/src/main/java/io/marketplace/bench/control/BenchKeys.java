package io.marketplace.bench.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.marketplace.bench.problem.BenchFailure;
import java.util.ArrayList;
import java.util.List;

/** Keys of the demo's application for the time of a run; closing revokes them. */
public final class BenchKeys implements AutoCloseable {

  private final ControlApi api;
  private final List<String> ids = new ArrayList<>();
  private final List<String> secrets = new ArrayList<>();

  private BenchKeys(ControlApi api) {
    this.api = api;
  }

  /**
   * Issues keys that open a tier, as the demo's developer.
   *
   * @throws BenchFailure if no application of the developer's was granted the tier
   */
  public static BenchKeys issue(ControlApi api, String tier, int count, String run) {
    BenchKeys keys = new BenchKeys(api);
    String application = keys.application(tier);
    for (int i = 0; i < count; i++) {
      ObjectNode body = ControlApi.object().put("name", run + "-" + i);
      body.putArray("tiers").add(tier);
      JsonNode made = api.post("applications/" + application + "/keys", body);
      keys.ids.add(made.path("id").asText());
      keys.secrets.add(made.path("secret").asText());
    }
    return keys;
  }

  private String application(String tier) {
    for (JsonNode grant : api.get("grants?limit=200").path("items")) {
      if (grant.path("tier").asText().equals(tier)
          && grant.path("state").asText().equals("active")) {
        return grant.path("application").path("id").asText();
      }
    }
    throw new BenchFailure("No application of the demo's developer has a grant for " + tier + ".");
  }

  /** What the calls send. */
  public List<String> secrets() {
    return List.copyOf(secrets);
  }

  /** Revokes them. */
  @Override
  public void close() {
    ids.forEach(id -> api.delete("keys/" + id));
    ids.clear();
  }
}
