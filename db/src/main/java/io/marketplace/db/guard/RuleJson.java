package io.marketplace.db.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.marketplace.db.json.Json;
import io.marketplace.model.guard.Detector;
import io.marketplace.model.guard.GuardAction;
import io.marketplace.model.guard.GuardRule;
import io.marketplace.model.guard.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules as they are stored, and as the gateway reads them. */
final class RuleJson {

  private RuleJson() {}

  static String write(List<GuardRule> rules) {
    ArrayNode list = Json.array();
    for (GuardRule rule : rules) {
      ObjectNode node =
          list.addObject()
              .put("name", rule.name())
              .put("detector", rule.detector().code())
              .put("action", rule.action().code());
      ArrayNode sides = node.putArray("sides");
      rule.sides().stream().sorted().forEach(side -> sides.add(side.code()));
      ArrayNode classes = node.putArray("requestClasses");
      rule.requestClasses().stream().sorted().forEach(classes::add);
      ArrayNode values = node.putArray("values");
      rule.values().forEach(values::add);
      rule.maxChars().ifPresent(max -> node.put("maxChars", max));
    }
    return list.toString();
  }

  static List<GuardRule> read(String json) {
    List<GuardRule> rules = new ArrayList<>();
    for (JsonNode node : Json.read(json)) {
      Set<Side> sides = new HashSet<>();
      node.path("sides").forEach(side -> sides.add(Side.parse("sides", side.asText())));
      rules.add(
          new GuardRule(
              node.path("name").asText(),
              Detector.parse("detector", node.path("detector").asText()),
              sides,
              GuardAction.parse("action", node.path("action").asText()),
              new HashSet<>(texts(node.path("requestClasses"))),
              texts(node.path("values")),
              node.has("maxChars")
                  ? Optional.of(node.path("maxChars").asInt())
                  : Optional.empty()));
    }
    return rules;
  }

  private static List<String> texts(JsonNode nodes) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.asText()));
    return texts;
  }
}
