package io.marketplace.gateway.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.marketplace.gateway.body.CallJson;
import io.marketplace.gateway.line.Tally;
import java.io.IOException;

/**
 * Reads a provider's usage report: OpenAI's {@code usage} object ({@code prompt_tokens}, {@code
 * completion_tokens}, {@code prompt_tokens_details.cached_tokens}, {@code
 * completion_tokens_details.reasoning_tokens}; {@code total_tokens} alone where nothing is
 * generated) and Cohere's {@code meta.tokens} ({@code input_tokens}, {@code output_tokens}).
 * Thread-safe.
 */
final class UsageReader {
  /** Ten times the largest published context: a number beyond it was not counted. */
  private static final long IMPOSSIBLE = 100_000_000;

  private final JsonFactory json = CallJson.factory().build();

  /** What one JSON object held: a report, and whether its {@code choices} were an empty array. */
  record Found(boolean report, boolean emptyChoices) {}

  /** Reads a whole answer. What is not JSON, or holds no report, leaves the tally as it was. */
  void readWhole(byte[] body, Tally tally) {
    var unused = read(body, 0, body.length, tally);
  }

  Found read(byte[] bytes, int offset, int length, Tally tally) {
    boolean report = false;
    boolean emptyChoices = false;
    try (JsonParser parser = json.createParser(bytes, offset, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return new Found(false, false);
      }
      String name;
      while ((name = parser.nextFieldName()) != null) {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_OBJECT && (name.equals("usage") || name.equals("meta"))) {
          Counts counts = new Counts();
          counts.read(parser);
          report |= counts.into(tally);
        } else if (token == JsonToken.START_ARRAY && name.equals("choices")) {
          emptyChoices = parser.nextToken() == JsonToken.END_ARRAY;
          skipArray(parser);
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException e) {
      // A provider's malformed answer is the caller's to see as it is; it just holds no report.
      return new Found(report, false);
    }
    return new Found(report, emptyChoices);
  }

  /** Moves to the end of the array whose first element the parser stands on. */
  private static void skipArray(JsonParser parser) throws IOException {
    while (parser.currentToken() != null && parser.currentToken() != JsonToken.END_ARRAY) {
      parser.skipChildren();
      parser.nextToken();
    }
  }

  private static final class Counts {
    private long prompt = -1;
    private long completion = -1;
    private long cached;
    private long reasoning;
    private long total = -1;
    private boolean promptSeen;
    private boolean completionSeen;

    void read(JsonParser parser) throws IOException {
      String name;
      while ((name = parser.nextFieldName()) != null) {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_OBJECT) {
          read(parser);
        } else if (token == JsonToken.VALUE_NUMBER_INT) {
          number(name, parser.getValueAsLong(-1));
        } else {
          parser.skipChildren();
        }
      }
    }

    private void number(String name, long value) {
      switch (name) {
        case "prompt_tokens", "input_tokens" -> {
          prompt = value;
          promptSeen = true;
        }
        case "completion_tokens", "output_tokens" -> {
          completion = value;
          completionSeen = true;
        }
        case "cached_tokens" -> cached = value;
        case "reasoning_tokens" -> reasoning = value;
        case "total_tokens" -> total = value;
        default -> {
          // details a ledger row has no column for
        }
      }
    }

    private static boolean beyond(long tokens) {
      return tokens > IMPOSSIBLE;
    }

    /** A negative or missing count is no report: the gateway then counts for itself. */
    boolean into(Tally tally) {
      if (!promptSeen && !completionSeen) {
        prompt = total;
      }
      boolean negative = prompt < 0 || (completion < 0 && completionSeen);
      if (negative || beyond(prompt) || beyond(completion)) {
        if (promptSeen || completionSeen) {
          tally.reportImpossible();
        }
        return false;
      }
      tally.report(prompt, Math.max(0, cached), Math.max(0, completion), Math.max(0, reasoning));
      return true;
    }
  }
}
