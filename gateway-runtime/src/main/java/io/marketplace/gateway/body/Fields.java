package io.marketplace.gateway.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.marketplace.gateway.problem.GatewayProblem;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.Set;

/** The type and range checks of known fields; each leaves the parser at the value's last token. */
final class Fields {
  /** Above every published context window (10 million tokens) by an order of magnitude. */
  static final long MAX_TOKENS = 100_000_000;

  /** OpenAI's published maximum of {@code n}. */
  static final long MAX_CHOICES = 128;

  private Fields() {}

  static void require(JsonParser parser, JsonToken token, String name, String what) {
    if (parser.currentToken() != token) {
      throw GatewayProblem.badRequest("'" + name + "' must be " + what + ".", name);
    }
  }

  static boolean flag(JsonParser parser, String name) {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE, VALUE_NULL -> false;
      default -> throw GatewayProblem.badRequest("'" + name + "' must be a boolean.", name);
    };
  }

  static OptionalLong count(JsonParser parser, String name, long min, long max) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return OptionalLong.empty();
    }
    require(parser, JsonToken.VALUE_NUMBER_INT, name, "a whole number");
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        || parser.getLongValue() < min
        || parser.getLongValue() > max) {
      throw GatewayProblem.badRequest(
          "'" + name + "' must be between " + min + " and " + max + ".", name);
    }
    return OptionalLong.of(parser.getLongValue());
  }

  static void number(JsonParser parser, String name, double min, double max) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (!parser.currentToken().isNumeric()) {
      throw GatewayProblem.badRequest("'" + name + "' must be a number.", name);
    }
    double value = parser.getDoubleValue();
    if (!(value >= min && value <= max)) {
      throw GatewayProblem.badRequest(
          "'" + name + "' must be between " + min + " and " + max + ".", name);
    }
  }

  static void text(JsonParser parser, String name) {
    require(parser, JsonToken.VALUE_STRING, name, "a string");
  }

  /** How many texts there are: the elements of an array, unless it is one text's token numbers. */
  static Elements textOrArray(JsonParser parser, String name) throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      return nonEmptyArray(parser, name);
    } else if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw GatewayProblem.badRequest("'" + name + "' must be a string or an array.", name);
    }
    return Elements.ONE;
  }

  /**
   * What an array holds.
   *
   * @param count how many elements; token numbers make one together
   * @param media whether a part of it names an image, a sound, a film or a file
   * @param images how many parts of it may be images
   * @param numbered whether a text of it is given as token numbers
   */
  record Elements(int count, boolean media, int images, boolean numbered) {
    static final Elements ONE = new Elements(1, false, 0, false);
  }

  /**
   * The members of content parts, in the published dialects, whose tokens are not in their bytes.
   */
  private static final Set<String> MEDIA =
      Set.of(
          "image_url",
          "image",
          "input_image",
          "input_audio",
          "audio",
          "audio_url",
          "video",
          "video_url",
          "file",
          "file_id",
          "file_url",
          "source",
          "document");

  /** Those of them that may be images; a part that names two counts twice, on the safe side. */
  private static final Set<String> IMAGES = Set.of("image_url", "image", "input_image", "source");

  static Elements nonEmptyArray(JsonParser parser, String name) throws IOException {
    require(parser, JsonToken.START_ARRAY, name, "an array");
    if (parser.nextToken() == JsonToken.END_ARRAY) {
      throw GatewayProblem.badRequest("'" + name + "' must not be empty.", name);
    }
    int depth = 1;
    int count = 0;
    int images = 0;
    boolean media = false;
    boolean numbered = false;
    JsonToken token = parser.currentToken();
    boolean numbers = token == JsonToken.VALUE_NUMBER_INT;
    while (true) {
      if (token == null) {
        throw GatewayProblem.badRequest("The body is not well-formed JSON.", name);
      }
      if (depth == 1 && !token.isStructEnd()) {
        count++;
        numbered |= token.isNumeric() || token == JsonToken.START_ARRAY;
      }
      if (token == JsonToken.FIELD_NAME && MEDIA.contains(parser.currentName())) {
        media = true;
        images += IMAGES.contains(parser.currentName()) ? 1 : 0;
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        return new Elements(numbers ? 1 : count, media, images, numbered);
      }
      token = parser.nextToken();
    }
  }
}
