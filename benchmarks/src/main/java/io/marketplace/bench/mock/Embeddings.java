package io.marketplace.bench.mock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/** Answers {@code /v1/embeddings}: for each input a vector that depends on its text alone. */
final class Embeddings {

  /** As many numbers as the built-in embedder gives. */
  static final int DIMENSIONS = 384;

  private static final ObjectMapper JSON = new ObjectMapper();

  private Embeddings() {}

  /**
   * The answer's body.
   *
   * @throws JsonProcessingException if the request is no JSON
   */
  static byte[] answer(String request) throws JsonProcessingException {
    JsonNode input = JSON.readTree(request).path("input");
    ObjectNode answer = JSON.createObjectNode().put("object", "list").put("model", "mock-embed");
    ArrayNode data = answer.putArray("data");
    if (input.isArray()) {
      for (JsonNode text : input) {
        add(data, text.asText());
      }
    } else {
      add(data, input.asText());
    }
    int tokens = Math.max(1, input.toString().length() / 4);
    answer.putObject("usage").put("prompt_tokens", tokens).put("total_tokens", tokens);
    return JSON.writeValueAsBytes(answer);
  }

  private static void add(ArrayNode data, String text) {
    ObjectNode entry = data.addObject().put("object", "embedding").put("index", data.size() - 1);
    ArrayNode vector = entry.putArray("embedding");
    Random random = new Random(text.hashCode());
    for (int i = 0; i < DIMENSIONS; i++) {
      vector.add(random.nextFloat() - 0.5f);
    }
  }
}
