package io.marketplace.api.once;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.marketplace.api.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it may be kept: a secret in it is replaced by the remark that there was one.
 *
 * @param json the answer
 */
record KeptAnswer(JsonNode json) {

  private static final String SECRET = "secret";

  static KeptAnswer of(@Nullable Object entity) {
    JsonNode json =
        entity == null ? JsonNodeFactory.instance.objectNode() : Json.MAPPER.valueToTree(entity);
    if (json instanceof ObjectNode object && object.has(SECRET)) {
      object.putNull(SECRET);
    }
    return new KeptAnswer(json);
  }

  boolean hidSecret() {
    return json.path(SECRET).isNull();
  }

  String id() {
    return json.path("id").asText();
  }

  String text() {
    return json.toString();
  }
}
