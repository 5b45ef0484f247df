package io.marketplace.ui.explain;

import io.marketplace.model.metering.TraceRow;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call's trace, read from the JSON the gateway wrote. What is missing or of another kind than
 * expected reads as empty: a trace of an older gateway is shown as far as it goes.
 *
 * @param alias the alias called; empty if it was not known yet
 * @param steps the decisions in their order
 */
record Trace(String alias, List<Step> steps) {

  /**
   * One decision.
   *
   * @param step who took it, as {@code package/Class}
   * @param decision a word or short phrase
   * @param fromMicros when the decision before it was taken, in microseconds since the call began
   * @param atMicros when it was taken
   * @param facts what it rested on
   */
  record Step(
      String step, String decision, long fromMicros, long atMicros, Map<String, String> facts) {

    /** The fact of that name; empty where the gateway did not tell it. */
    Optional<String> fact(String name) {
      return Optional.ofNullable(facts.get(name)).filter(value -> !value.equals("null"));
    }

    /** How long it took since the decision before it, in milliseconds. */
    double millis() {
      return Math.max(0, atMicros - fromMicros) / 1_000.0;
    }
  }

  Trace {
    steps = List.copyOf(steps);
  }

  static Trace of(TraceRow row) {
    try (JsonReader reader = Json.createReader(new StringReader(row.json()))) {
      return read(reader.readObject());
    } catch (JsonException e) {
      return new Trace("", List.of());
    }
  }

  /** The whole call in microseconds, as far as the trace goes. */
  long totalMicros() {
    return steps.stream().mapToLong(Step::atMicros).max().orElse(0);
  }

  private static Trace read(JsonObject json) {
    List<Step> steps = new ArrayList<>();
    long before = 0;
    JsonValue list = json.getOrDefault("steps", JsonValue.EMPTY_JSON_ARRAY);
    if (list.getValueType() == JsonValue.ValueType.ARRAY) {
      for (JsonValue value : list.asJsonArray()) {
        if (value.getValueType() == JsonValue.ValueType.OBJECT) {
          Step step = step(value.asJsonObject(), before);
          steps.add(step);
          before = step.atMicros();
        }
      }
    }
    return new Trace(json.getString("alias", ""), steps);
  }

  private static Step step(JsonObject json, long before) {
    Map<String, String> facts = new LinkedHashMap<>();
    JsonValue told = json.getOrDefault("facts", JsonValue.EMPTY_JSON_OBJECT);
    if (told.getValueType() == JsonValue.ValueType.OBJECT) {
      told.asJsonObject().forEach((name, value) -> facts.put(name, text(value)));
    }
    JsonValue at = json.getOrDefault("atMicros", JsonValue.NULL);
    long micros =
        at.getValueType() == JsonValue.ValueType.NUMBER
            ? json.getJsonNumber("atMicros").longValue()
            : before;
    return new Step(
        json.getString("step", ""), json.getString("decision", ""), before, micros, facts);
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }
}
