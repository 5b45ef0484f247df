package io.marketplace.gateway.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import io.marketplace.gateway.problem.GatewayProblem;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks, wherever a body is read, for marks by which a caller has a provider write its prompt
 * cache: that costs 1.25 to 2 times the input's price (Anthropic's and Alibaba's price lists), for
 * which no price is kept here. The marks stand in content parts, messages, tools or at the top, and
 * servers differ in where they see them. A tool's argument may bear the name: it stands in a
 * schema's {@code properties}, where no server looks for a mark.
 */
final class CacheMarks extends JsonParserDelegate {
  /** Anthropic's mark, and LiteLLM's for having its server set them. */
  private static final Set<String> MARKS =
      Set.of("cache_control", "cache_control_injection_points");

  private static final String BEGINNING = "cache_control";

  private @Nullable String mark;

  CacheMarks(JsonParser parser) {
    super(parser);
  }

  /**
   * The next token.
   *
   * @throws GatewayProblem if it is the value of a mark and not null
   */
  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    JsonToken token = super.nextToken();
    if (mark != null && token != JsonToken.VALUE_NULL) {
      throw PricedApart.refusal(mark, "Leave it out.");
    }
    mark = token == JsonToken.FIELD_NAME ? mark(currentName()) : null;
    return token;
  }

  private @Nullable String mark(String name) {
    if (name.length() < BEGINNING.length()) {
      return null;
    }
    // Servers in Go read names whatever their case, with the folding of Unicode, as this does.
    for (String known : MARKS) {
      if (known.equalsIgnoreCase(name) && !isArgument()) {
        return known;
      }
    }
    return null;
  }

  private boolean isArgument() {
    return "properties".equals(getParsingContext().getParent().getCurrentName());
  }

  @Override
  public @Nullable String nextFieldName() throws IOException {
    return nextToken() == JsonToken.FIELD_NAME ? currentName() : null;
  }

  /** Passes over what is nested, token by token: a mark may stand there. */
  @Override
  public JsonParser skipChildren() throws IOException {
    if (!currentToken().isStructStart()) {
      return this;
    }
    for (int depth = 1; depth > 0; ) {
      JsonToken token = nextToken();
      if (token == null) {
        return this;
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
    return this;
  }
}
