package io.marketplace.gateway.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.marketplace.gateway.problem.GatewayProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass over a body's top level; mutable, confined to {@link BodyParser#parse}. */
final class BodyScan {
  /** A field that decides something here must stand once: a provider might read the other one. */
  private final Set<String> seen = new HashSet<>();

  private @Nullable String model;
  private @Nullable Span modelValue;
  private OptionalLong legacyMaxTokens = OptionalLong.empty();
  private long choices = 1;
  private int texts = 1;
  private int documents;
  private long queryBytes;
  private boolean media;
  private boolean numbered;
  int images;
  private boolean tools;
  private @Nullable Span nullMaxTokens;
  int objectEnd;
  boolean stream;
  StreamOptions streamOptions = StreamOptions.ABSENT;
  OptionalLong maxTokens = OptionalLong.empty();
  final Map<String, String> metadata = new LinkedHashMap<>();

  void read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw GatewayProblem.badRequest("The body must be a JSON object.", null);
    }
    String name;
    while ((name = parser.nextFieldName()) != null) {
      parser.nextToken();
      field(parser, name);
    }
    if (parser.currentToken() != JsonToken.END_OBJECT) {
      throw GatewayProblem.badRequest("The body is not well-formed JSON.", null);
    }
    objectEnd = (int) parser.currentTokenLocation().getByteOffset();
    if (parser.nextToken() != null) {
      throw GatewayProblem.badRequest("The body holds more than one JSON value.", null);
    }
  }

  private void field(JsonParser parser, String name) throws IOException {
    switch (name) {
      case "model" -> model(parser);
      case "stream" -> {
        once(name);
        stream = Fields.flag(parser, name);
      }
      case "stream_options" -> {
        once(name);
        streamOptions = readStreamOptions(parser);
      }
      case "max_tokens" -> {
        once(name);
        int at = (int) parser.currentTokenLocation().getByteOffset();
        legacyMaxTokens = Fields.count(parser, name, 0, Fields.MAX_TOKENS);
        nullMaxTokens = legacyMaxTokens.isEmpty() ? new Span(at, at + "null".length()) : null;
      }
      case "max_completion_tokens" -> {
        once(name);
        maxTokens = Fields.count(parser, name, 0, Fields.MAX_TOKENS);
      }
      case "n", "best_of" -> {
        once(name);
        choices = Math.max(choices, Fields.count(parser, name, 1, Fields.MAX_CHOICES).orElse(1));
      }
      case "temperature", "top_p" -> {
        once(name);
        Fields.number(parser, name, 0, 2);
      }
      case "frequency_penalty", "presence_penalty" -> {
        once(name);
        Fields.number(parser, name, -2, 2);
      }
      case "messages" -> {
        once(name);
        Fields.Elements elements = Fields.nonEmptyArray(parser, name);
        media |= elements.media();
        images += elements.images();
      }
      case "documents" -> {
        once(name);
        Fields.Elements elements = Fields.nonEmptyArray(parser, name);
        documents = elements.count();
        media |= elements.media();
        images += elements.images();
      }
      case "prompt", "input" -> {
        once(name);
        Fields.Elements elements = Fields.textOrArray(parser, name);
        texts = elements.count();
        numbered = elements.numbered();
        media |= elements.media();
        images += elements.images();
      }
      case "query" -> {
        once(name);
        Fields.text(parser, name);
        queryBytes = parser.getText().getBytes(StandardCharsets.UTF_8).length;
      }
      case "tools" -> {
        tools |= parser.currentToken().isStructStart();
        PricedApart.tools(parser, name);
      }
      case "service_tier" -> {
        once(name);
        PricedApart.serviceTier(parser, name);
      }
      case "modalities" -> PricedApart.modalities(parser, name);
      case "web_search_options", "plugins", "models" -> PricedApart.absent(parser, name);
      case "functions", "response_format" -> {
        tools |= parser.currentToken().isStructStart();
        parser.skipChildren();
      }
      case "metadata" -> {
        once(name);
        readMetadata(parser);
      }
      default -> {
        OtherWords.refuse(name);
        parser.skipChildren();
      }
    }
  }

  private void model(JsonParser parser) throws IOException {
    once("model");
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw GatewayProblem.badRequest("'model' must be a string.", "model");
    }
    int start = (int) parser.currentTokenLocation().getByteOffset();
    model = parser.getText();
    modelValue = new Span(start, (int) parser.currentLocation().getByteOffset());
  }

  private static StreamOptions readStreamOptions(JsonParser parser) throws IOException {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return new StreamOptions(new Span(start, start + 4), false, true, null, false);
    }
    Fields.require(parser, JsonToken.START_OBJECT, "stream_options", "an object");
    Span includeUsage = null;
    boolean asked = false;
    boolean empty = true;
    String name;
    while ((name = parser.nextFieldName()) != null) {
      parser.nextToken();
      empty = false;
      if (name.equals("include_usage")) {
        if (includeUsage != null) {
          throw GatewayProblem.badRequest(
              "The field stands twice.", "stream_options.include_usage");
        }
        int at = (int) parser.currentTokenLocation().getByteOffset();
        asked = Fields.flag(parser, "stream_options.include_usage");
        includeUsage = new Span(at, at + parser.getText().length());
      } else {
        parser.skipChildren();
      }
    }
    int end = (int) parser.currentTokenLocation().getByteOffset() + 1;
    return new StreamOptions(new Span(start, end), empty, false, includeUsage, asked);
  }

  private void readMetadata(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    Fields.require(parser, JsonToken.START_OBJECT, "metadata", "an object");
    String name;
    while ((name = parser.nextFieldName()) != null) {
      if (parser.nextToken() == JsonToken.VALUE_STRING) {
        if (metadata.put(name, parser.getText()) != null) {
          throw GatewayProblem.badRequest("The field stands twice.", "metadata." + name);
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  RequestBody finish(byte[] bytes, BodyShape shape) {
    String alias = model;
    Span place = modelValue;
    if (alias == null || place == null) {
      throw GatewayProblem.badRequest(
          "'model' is missing: name a tier or a request class.", "model");
    }
    if (alias.isBlank()
        || alias.length() > 200
        || alias.chars().anyMatch(Character::isISOControl)) {
      throw GatewayProblem.badRequest(
          "'model' must have 1 to 200 characters, none of them a control character.", "model");
    }
    for (String required : shape.required()) {
      if (!seen.contains(required)) {
        throw GatewayProblem.badRequest("'" + required + "' is missing.", required);
      }
    }
    // Who sends both may meet a provider that obeys either.
    if (maxTokens.isEmpty() || legacyMaxTokens.orElse(0) > maxTokens.getAsLong()) {
      maxTokens = legacyMaxTokens;
    }
    PromptShape prompt = new PromptShape(texts, documents, queryBytes, media, tools, numbered);
    return new RequestBody(this, bytes, alias, place, choices, prompt, nullMaxTokens);
  }

  private void once(String name) {
    if (!seen.add(name)) {
      throw GatewayProblem.badRequest("The field stands twice.", name);
    }
  }
}
