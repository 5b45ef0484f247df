package io.marketplace.gateway.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.guard.Reading;
import io.marketplace.model.problem.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Screens the events of one streamed answer. The deltas of a choice are joined to its texts; an
 * event whose texts pass unchanged goes on byte for byte, another with what is settled of them, and
 * what was held back follows before the choice ends. Confined to the call's thread.
 */
final class EventScreen {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DONE = "[DONE]";

  private final Reading reading;
  private final boolean intervenes;
  private final Map<Integer, ChoiceTexts> choices = new TreeMap<>();
  private @Nullable ObjectNode latest;

  /**
   * Screens with {@code reading}.
   *
   * @param intervenes whether texts may be changed, so that their tokens must not be told beside
   *     them
   */
  EventScreen(Reading reading, boolean intervenes) {
    this.reading = reading;
    this.intervenes = intervenes;
  }

  /**
   * Reads a whole event and adds what passes of it to {@code out}.
   *
   * @throws GatewayProblem {@code policy_denied} if a rule blocks, {@code upstream_error} for an
   *     event that cannot be read
   */
  void event(byte[] buffer, int from, int to, ByteArrayOutputStream out) {
    String event = new String(buffer, from, to - from, StandardCharsets.UTF_8);
    String data = data(event);
    if (data == null) {
      out.write(buffer, from, to - from);
    } else if (data.startsWith(DONE)) {
      finish(out);
      out.write(buffer, from, to - from);
    } else {
      ObjectNode root = object(data);
      if (screened(root, out)) {
        write(others(event), root, out);
      } else {
        out.write(buffer, from, to - from);
      }
      latest = root;
    }
  }

  /** Adds what is still held back. */
  void finish(ByteArrayOutputStream out) {
    choices.forEach((index, texts) -> finish(index, texts, out));
  }

  /** Screens the object in place; whether it was changed. */
  private boolean screened(ObjectNode root, ByteArrayOutputStream out) {
    if (!(root.get("choices") instanceof ArrayNode list)) {
      boolean changed = ChoiceTexts.wholeTexts(root, reading);
      refuseIfBlocked();
      return changed;
    }
    boolean changed = false;
    for (JsonNode node : list) {
      if (node instanceof ObjectNode choice) {
        int index = choice.path("index").asInt(0);
        ChoiceTexts texts = choices.computeIfAbsent(index, key -> new ChoiceTexts(reading));
        changed |= texts.screen(choice);
        refuseIfBlocked();
        if (choice.path("finish_reason").isTextual()) {
          latest = root;
          finish(index, texts, out);
        }
        if (intervenes && choice.path("logprobs").isObject()) {
          choice.putNull("logprobs");
          changed = true;
        }
      }
    }
    return changed;
  }

  private void finish(int index, ChoiceTexts texts, ByteArrayOutputStream out) {
    ObjectNode rest = texts.finish();
    refuseIfBlocked();
    ObjectNode like = latest;
    if (rest != null && like != null) {
      ObjectNode root = JSON.createObjectNode();
      for (String name : new String[] {"id", "object", "created", "model"}) {
        if (like.has(name)) {
          root.set(name, like.get(name));
        }
      }
      rest.put("index", index);
      rest.putNull("finish_reason");
      root.putArray("choices").add(rest);
      write("", root, out);
    }
  }

  private void refuseIfBlocked() {
    reading
        .blockedBy()
        .ifPresent(
            rule -> {
              throw ScreenAnswer.blocked(rule);
            });
  }

  private static ObjectNode object(String data) {
    try {
      if (JSON.readTree(data) instanceof ObjectNode root) {
        return root;
      }
    } catch (JsonProcessingException e) {
      // told below; the parser's words may quote the answer
    }
    throw new GatewayProblem(
        ProblemCode.UPSTREAM_ERROR, "The provider sent an event that cannot be screened.");
  }

  private static void write(String before, ObjectNode root, ByteArrayOutputStream out) {
    try {
      out.writeBytes(before.getBytes(StandardCharsets.UTF_8));
      out.writeBytes("data: ".getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(JSON.writeValueAsBytes(root));
      out.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was read as JSON can be written", e);
    }
  }

  /** The joined {@code data} lines of an event; null if it has none. */
  private static @Nullable String data(String event) {
    StringBuilder data = null;
    for (String line : event.split("\n", -1)) {
      if (line.startsWith("data:")) {
        String value = line.substring("data:".length()).strip();
        data = data == null ? new StringBuilder(value) : data.append('\n').append(value);
      }
    }
    return data == null ? null : data.toString();
  }

  /** The lines of an event that are not its data: its name, its identifier, comments. */
  private static String others(String event) {
    StringBuilder others = new StringBuilder();
    for (String line : event.split("\n", -1)) {
      if (!line.isBlank() && !line.startsWith("data:")) {
        others.append(line.stripTrailing()).append('\n');
      }
    }
    return others.toString();
  }
}
