package io.marketplace.gateway.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.marketplace.gateway.problem.GatewayProblem;
import java.io.IOException;
import java.util.Set;

/**
 * Fields by which a caller would ask a provider for another price than the one its call is reserved
 * at, or for work that is charged besides tokens. They are refused; each method leaves the parser
 * at the value's last token.
 */
final class PricedApart {
  /**
   * The words that leave the price as it is: OpenAI's {@code auto} and {@code default}, and the
   * names that others give them. {@code priority} costs more, {@code flex} has no price here.
   */
  private static final Set<String> USUAL_TIERS =
      Set.of("auto", "default", "standard", "standard_only");

  /** Tools that the caller runs; every other type is run, and charged, by the provider. */
  private static final Set<String> CALLERS_TOOLS = Set.of("function", "custom");

  private PricedApart() {}

  /** {@code service_tier}: OpenAI's classes of service, which have prices of their own. */
  static void serviceTier(JsonParser parser, String name) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    Fields.text(parser, name);
    if (!USUAL_TIERS.contains(parser.getText())) {
      throw refusal(name, "It must be one of auto, default, standard and standard_only.");
    }
  }

  /** {@code tools}: those of the caller alone. */
  static void tools(JsonParser parser, String name) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        tool(parser, name + "[" + i + "].type");
      } else {
        parser.skipChildren();
      }
    }
  }

  private static void tool(JsonParser parser, String place) throws IOException {
    String member;
    while ((member = parser.nextFieldName()) != null) {
      JsonToken value = parser.nextToken();
      if (member.equalsIgnoreCase("type")
          && (value != JsonToken.VALUE_STRING || !CALLERS_TOOLS.contains(parser.getText()))) {
        throw refusal(place, "It must be function or custom.");
      }
      parser.skipChildren();
    }
  }

  /** {@code modalities}: answers other than text have prices of their own. */
  static void modalities(JsonParser parser, String name) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    Fields.require(parser, JsonToken.START_ARRAY, name, "an array");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_STRING || !parser.getText().equals("text")) {
        throw refusal(name, "Answers are text here.");
      }
    }
  }

  /**
   * A field that is good for nothing else: {@code web_search_options} (OpenAI's searches are
   * charged by the call), {@code plugins} and {@code models} (OpenRouter's searches, and other
   * models than the one that the call was routed to).
   */
  static void absent(JsonParser parser, String name) {
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      throw refusal(name, "Leave it out.");
    }
  }

  static GatewayProblem refusal(String field, String instead) {
    return GatewayProblem.badRequest(
        "'" + field + "' would cost other than what the budget reserves. " + instead, field);
  }
}
