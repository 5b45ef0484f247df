package io.marketplace.gateway.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.marketplace.gateway.problem.GatewayProblem;
import java.io.IOException;
import java.util.OptionalLong;

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

  static void textOrArray(JsonParser parser, String name) throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      nonEmptyArray(parser, name);
    } else if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw GatewayProblem.badRequest("'" + name + "' must be a string or an array.", name);
    }
  }

  static void nonEmptyArray(JsonParser parser, String name) throws IOException {
    require(parser, JsonToken.START_ARRAY, name, "an array");
    if (parser.nextToken() == JsonToken.END_ARRAY) {
      throw GatewayProblem.badRequest("'" + name + "' must not be empty.", name);
    }
    int depth = 1;
    JsonToken token = parser.currentToken();
    while (true) {
      if (token == null) {
        throw GatewayProblem.badRequest("The body is not well-formed JSON.", name);
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        return;
      }
      token = parser.nextToken();
    }
  }
}
