package io.marketplace.gateway.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.marketplace.guard.Lane;
import io.marketplace.guard.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one choice of a streamed answer: its content, a refusal, its reasoning, the
 * arguments of each tool call, whatever a provider streams in pieces. Each piece is known by its
 * path, where an element of an array goes by its {@code index}.
 */
final class ChoiceTexts {
  /** Where pieces stand: chat's deltas, completions' text. */
  private static final List<String> STREAMED = List.of("delta", "text");

  private final Reading reading;
  private final Map<List<Object>, Lane> lanes = new LinkedHashMap<>();
  private boolean ending;

  ChoiceTexts(Reading reading) {
    this.reading = reading;
  }

  /**
   * Screens the pieces in place; whether one was changed. With the choice's last event its texts
   * end.
   */
  boolean screen(ObjectNode choice) {
    ending = choice.path("finish_reason").isTextual();
    boolean changed = false;
    for (Map.Entry<String, JsonNode> member : choice.properties()) {
      String name = member.getKey();
      List<Object> path = new ArrayList<>(List.of(name));
      if (STREAMED.contains(name)) {
        JsonNode piece = pieces(member.getValue(), path);
        if (piece != null) {
          member.setValue(piece);
          changed = true;
        }
      } else if (member.getValue() instanceof ObjectNode whole && !name.equals("logprobs")) {
        changed |= wholeTexts(whole, reading);
      }
    }
    return changed;
  }

  /** What is still held back, as a choice with these pieces alone; null if nothing is. */
  @Nullable ObjectNode finish() {
    ObjectNode rest = null;
    for (Map.Entry<List<Object>, Lane> lane : lanes.entrySet()) {
      String text = lane.getValue().finish();
      if (!text.isEmpty()) {
        rest = rest == null ? JsonNodeFactory.instance.objectNode() : rest;
        put(rest, lane.getKey(), text);
      }
    }
    lanes.clear();
    return rest;
  }

  /** The node to stand there instead, the same one if it was changed within; null if it passes. */
  private @Nullable JsonNode pieces(JsonNode node, List<Object> path) {
    boolean changed = false;
    if (node instanceof TextNode) {
      String text = node.textValue();
      String passed = piece(text, path);
      return passed.equals(text) ? null : TextNode.valueOf(passed);
    } else if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        JsonNode value = member.getValue();
        if (!(value instanceof TextNode text)
            || !JsonTexts.answerWord(member.getKey(), text.textValue())) {
          path.add(member.getKey());
          JsonNode piece = pieces(value, path);
          path.removeLast();
          if (piece != null) {
            member.setValue(piece);
            changed = true;
          }
        }
      }
    } else if (node instanceof ArrayNode array) {
      changed = elements(array, path);
    }
    return changed ? node : null;
  }

  private boolean elements(ArrayNode array, List<Object> path) {
    boolean changed = false;
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i) instanceof TextNode text) {
        // no member of any published delta: nothing says what such a text would go on
        changed |= whole(array, i, text.textValue(), reading);
      } else {
        path.add(array.get(i).path("index").asInt(i));
        changed |= pieces(array.get(i), path) != null;
        path.removeLast();
      }
    }
    return changed;
  }

  private String piece(String text, List<Object> path) {
    Lane lane = lanes.get(path);
    if (lane == null) {
      if (text.isEmpty()) {
        return text;
      }
      lane = reading.lane();
      lanes.put(List.copyOf(path), lane);
    }
    String passed = lane.feed(text);
    return ending ? passed + lane.finish() : passed;
  }

  private static void put(ObjectNode root, List<Object> path, String text) {
    ObjectNode at = root;
    for (int i = 0; i < path.size() - 1; i++) {
      String name = path.get(i).toString();
      if (path.get(i + 1) instanceof Integer index) {
        at = element(at.withArrayProperty(name), index);
        i++;
      } else {
        at = at.withObjectProperty(name);
      }
    }
    at.put(path.getLast().toString(), text);
  }

  private static ObjectNode element(ArrayNode array, int index) {
    for (JsonNode node : array) {
      if (node.path("index").asInt() == index && node instanceof ObjectNode found) {
        return found;
      }
    }
    return array.addObject().put("index", index);
  }

  /** Screens texts that are told whole, in place; whether one was changed. */
  static boolean wholeTexts(JsonNode node, Reading reading) {
    boolean changed = false;
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (!(member.getValue() instanceof TextNode text)) {
          changed |= wholeTexts(member.getValue(), reading);
        } else if (!JsonTexts.answerWord(member.getKey(), text.textValue())) {
          String passed = reading.whole(text.textValue());
          if (!passed.equals(text.textValue())) {
            member.setValue(TextNode.valueOf(passed));
            changed = true;
          }
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        changed |=
            array.get(i) instanceof TextNode text
                ? whole(array, i, text.textValue(), reading)
                : wholeTexts(array.get(i), reading);
      }
    }
    return changed;
  }

  private static boolean whole(ArrayNode array, int index, String text, Reading reading) {
    String passed = reading.whole(text);
    if (passed.equals(text)) {
      return false;
    }
    array.set(index, TextNode.valueOf(passed));
    return true;
  }
}
