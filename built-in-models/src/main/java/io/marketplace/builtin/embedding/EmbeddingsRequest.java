package io.marketplace.builtin.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import io.marketplace.builtin.http.Fields;
import io.marketplace.builtin.http.RequestException;
import java.util.List;

/** A checked request; fields that it does not know are ignored. */
record EmbeddingsRequest(List<String> texts, boolean base64) {

  /** As at OpenAI. */
  static final int MAX_TEXTS = 2048;

  static EmbeddingsRequest of(JsonNode request) {
    Fields.model(request, Embedder.NAME);
    int dimensions = Fields.positive(request, "dimensions", Embedder.DIMENSIONS);
    if (dimensions != Embedder.DIMENSIONS) {
      throw RequestException.field(
          "dimensions", "this model has " + Embedder.DIMENSIONS + " dimensions, no other number");
    }
    return new EmbeddingsRequest(texts(request.path("input")), base64(request));
  }

  private static List<String> texts(JsonNode input) {
    if (input.isTextual()) {
      return List.of(Fields.text(input, "input", false));
    }
    if (!input.isArray()) {
      throw RequestException.field("input", "input is required: a string or an array of strings");
    }
    return Fields.array(input, "input", MAX_TEXTS, EmbeddingsRequest::element);
  }

  private static String element(JsonNode element) {
    if (element.isNumber() || element.isArray()) {
      throw RequestException.field(
          "input", "arrays of tokens are not supported: send strings, they are tokenized here");
    }
    return Fields.text(element, "input", false);
  }

  private static boolean base64(JsonNode request) {
    JsonNode format = request.path("encoding_format");
    return switch (format.isMissingNode() || format.isNull() ? "float" : format.asText()) {
      case "float" -> false;
      case "base64" -> true;
      default ->
          throw RequestException.field(
              "encoding_format", "encoding_format must be float or base64");
    };
  }
}
