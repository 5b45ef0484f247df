package io.marketplace.gateway.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.routing.PoolId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads routes; a candidate whose pool or model is gone is left out. */
final class RouteReader {
  private final Map<PoolReader.Served, Candidate> served;

  RouteReader(Map<PoolReader.Served, Candidate> served) {
    this.served = served;
  }

  static Route unrouted(String tier) {
    return new Route(tier, tier, 0, List.of(), Timeouts.DEFAULT, null);
  }

  Route read(JsonNode node) {
    JsonNode body = node.path("body");
    List<List<Candidate>> groups = new ArrayList<>();
    groups.add(group(body.path("candidates")));
    body.path("fallback").forEach(fallback -> groups.add(group(fallback)));
    groups.removeIf(List::isEmpty);
    return new Route(
        node.path("alias").asText(),
        node.path("tier").asText(),
        node.path("version").asInt(),
        groups,
        timeouts(body.path("timeouts")),
        body.path("requestClass").isTextual() ? body.path("requestClass").asText() : null);
  }

  private List<Candidate> group(JsonNode nodes) {
    List<Candidate> group = new ArrayList<>();
    for (JsonNode node : nodes) {
      Candidate found = find(node);
      if (found != null) {
        double weight = Math.max(0, node.path("weight").asDouble(1));
        group.add(
            new Candidate(
                found.pool(), found.model(), weight, found.price(), found.contextTokens()));
      }
    }
    return group;
  }

  private @Nullable Candidate find(JsonNode node) {
    try {
      PoolId pool = PoolId.parse(node.path("poolId").asText());
      return served.get(new PoolReader.Served(pool, node.path("model").asText()));
    } catch (MarketplaceException e) {
      return null;
    }
  }

  private static Timeouts timeouts(JsonNode node) {
    Timeouts standard = Timeouts.DEFAULT;
    return new Timeouts(
        millis(node, "connectMs", standard.connectMs()),
        millis(node, "firstByteMs", standard.firstByteMs()),
        millis(node, "idleMs", standard.idleMs()),
        millis(node, "totalMs", standard.totalMs()));
  }

  private static int millis(JsonNode node, String field, int standard) {
    int value = node.path(field).asInt(0);
    return value > 0 ? value : standard;
  }
}
