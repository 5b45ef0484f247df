package io.marketplace.db.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.marketplace.db.json.Json;
import io.marketplace.model.routing.CacheRule;
import io.marketplace.model.routing.Candidate;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.RouteBody;
import io.marketplace.model.routing.Timeouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A route's body as it stands in {@code route.body}: the shape of the REST API. */
final class RouteJson {

  private RouteJson() {}

  static String write(RouteBody body) {
    ObjectNode json = Json.object();
    write(json.putArray("candidates"), body.candidates());
    ArrayNode groups = json.putArray("fallback");
    body.fallback().forEach(group -> write(groups.addArray(), group));
    json.putObject("timeouts")
        .put("connectMs", body.timeouts().connectMs())
        .put("firstByteMs", body.timeouts().firstByteMs())
        .put("idleMs", body.timeouts().idleMs())
        .put("totalMs", body.timeouts().totalMs());
    ObjectNode cache = json.putObject("cache");
    cache.put("mode", body.cache().mode().code()).put("scope", body.cache().scope().code());
    body.cache().errorBound().ifPresent(bound -> cache.put("errorBound", bound));
    body.requestClass().ifPresent(name -> json.put("requestClass", name));
    return json.toString();
  }

  private static void write(ArrayNode list, List<Candidate> group) {
    for (Candidate candidate : group) {
      ObjectNode json =
          list.addObject()
              .put("poolId", candidate.poolId().toString())
              .put("model", candidate.model());
      // a whole weight is written as one: 1, not 1.0
      if (candidate.weight() == Math.rint(candidate.weight())) {
        json.put("weight", (long) candidate.weight());
      } else {
        json.put("weight", candidate.weight());
      }
    }
  }

  static RouteBody read(String text) {
    JsonNode json = Json.read(text);
    List<List<Candidate>> fallback = new ArrayList<>();
    json.path("fallback").forEach(group -> fallback.add(group(group)));
    JsonNode timeouts = json.path("timeouts");
    Timeouts standard = Timeouts.DEFAULT;
    JsonNode bound = json.path("cache").path("errorBound");
    return new RouteBody(
        group(json.path("candidates")),
        fallback,
        new Timeouts(
            timeouts.path("connectMs").asInt(standard.connectMs()),
            timeouts.path("firstByteMs").asInt(standard.firstByteMs()),
            timeouts.path("idleMs").asInt(standard.idleMs()),
            timeouts.path("totalMs").asInt(standard.totalMs())),
        new CacheRule(
            CacheRule.Mode.parse("mode", json.path("cache").path("mode").asText("off")),
            CacheRule.Sharing.parse("scope", json.path("cache").path("scope").asText("tenant")),
            bound.isNumber() ? Optional.of(bound.asDouble()) : Optional.empty()),
        json.path("requestClass").isTextual()
            ? Optional.of(json.path("requestClass").asText())
            : Optional.empty());
  }

  private static List<Candidate> group(JsonNode list) {
    List<Candidate> group = new ArrayList<>();
    for (JsonNode json : list) {
      group.add(
          new Candidate(
              PoolId.parse(json.path("poolId").asText()),
              json.path("model").asText(),
              json.path("weight").asDouble(1)));
    }
    return group;
  }
}
