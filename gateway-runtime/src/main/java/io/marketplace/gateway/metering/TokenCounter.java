package io.marketplace.gateway.metering;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import io.marketplace.gateway.body.CallJson;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Counts tokens where a provider does not say: with the published vocabulary {@code cl100k_base},
 * whose 100,000 tokens lie in the middle of those in use. Thread-safe; made ready beside the start,
 * for which a count in the first second waits.
 */
public final class TokenCounter {
  /** What a message's role and ends take in published chat templates. */
  private static final int MESSAGE_TOKENS = 4;

  /** Members whose text a model reads or writes, in the published dialects. */
  private static final Set<String> TEXTS =
      Set.of(
          "content",
          "text",
          "reasoning",
          "reasoning_content",
          "refusal",
          "arguments",
          "name",
          "description",
          "prompt",
          "input",
          "query",
          "documents");

  private final JsonFactory json = CallJson.factory().build();
  private final CompletableFuture<Encoding> encoding;

  public TokenCounter() {
    encoding =
        CompletableFuture.supplyAsync(
            () -> {
              Encoding made =
                  Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
              // The first count builds what all others use.
              var unused = made.countTokensOrdinary("warm");
              return made;
            });
  }

  /** Tokens of the texts of a request's body. */
  long prompt(byte[] body) {
    return count(body, body.length, true);
  }

  /** Tokens of the texts of an answer: one JSON value, or the values of several events in turn. */
  long answer(byte[] values) {
    return count(values, values.length, false);
  }

  private long count(byte[] bytes, int length, boolean prompt) {
    StringBuilder text = new StringBuilder(length / 2);
    long messages = 0;
    String field = "";
    try (JsonParser parser = json.createParser(bytes, 0, length)) {
      JsonToken token;
      while ((token = parser.nextToken()) != null) {
        if (token == JsonToken.FIELD_NAME) {
          field = parser.currentName();
        } else if (token == JsonToken.VALUE_STRING) {
          if (TEXTS.contains(field)) {
            text.append(parser.getText());
          } else if (prompt && field.equals("role")) {
            messages++;
          }
        }
      }
    } catch (IOException e) {
      // What was read up to the break is counted; a stream that broke ends in half a value.
    }
    return encoding.join().countTokensOrdinary(text.toString()) + messages * MESSAGE_TOKENS;
  }
}
