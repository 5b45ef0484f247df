package io.marketplace.gateway.guard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.marketplace.gateway.body.CallJson;
import io.marketplace.gateway.body.Span;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.guard.Reading;
import io.marketplace.model.problem.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads every text of a JSON document, wherever it stands, and puts what may pass in its place;
 * every other byte stays as it came. Thread-safe.
 */
final class JsonTexts {
  /** Words of the protocol in an answer, which no model and no person wrote. */
  static final Set<String> ANSWER_WORDS =
      Set.of(
          "id", "object", "model", "role", "type", "name", "finish_reason", "system_fingerprint");

  /** The same in a prompt, where a document may have an identifier worth reading. */
  static final Set<String> PROMPT_WORDS = Set.of("role", "type");

  /** Longer values are no words of a protocol, whatever their name. */
  private static final int MAX_WORD = 100;

  /** The texts again, token by token: dropped where a text was redacted. */
  private static final String LOGPROBS = "logprobs";

  /** Where images, sound and files stand, in base64. */
  private static final Set<String> MEDIA =
      Set.of("url", "image_url", "data", "file_data", "b64_json", "embedding");

  private static final int MEDIA_CHARS = 256;

  private final JsonFactory json =
      CallJson.factory()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private final Set<String> words;

  /** Passes over short values of these names, and over the name of the model asked for. */
  JsonTexts(Set<String> words) {
    this.words = words;
  }

  private record Edit(Span at, String json) {}

  /**
   * The document as it may be handed on; null if nothing changes.
   *
   * @throws GatewayProblem {@code upstream_error} for an answer that cannot be read as JSON: what
   *     cannot be screened does not pass
   */
  byte @Nullable [] rewrite(byte[] document, Reading reading) {
    List<Edit> edits = new ArrayList<>();
    List<Span> tokens = new ArrayList<>();
    try (JsonParser parser = json.createParser(document)) {
      while (parser.nextToken() != null) {
        String name = parser.currentName();
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          boolean alias = "model".equals(name) && parser.getParsingContext().getParent().inRoot();
          if (!alias && !word(name(name), parser.getTextLength())) {
            read(parser, name(name), reading, edits);
          }
        } else if (LOGPROBS.equals(name) && parser.currentToken() == JsonToken.START_OBJECT) {
          int start = (int) parser.currentTokenLocation().getByteOffset();
          parser.skipChildren();
          tokens.add(new Span(start, (int) parser.currentLocation().getByteOffset()));
        }
      }
    } catch (IOException e) {
      throw new GatewayProblem(
          ProblemCode.UPSTREAM_ERROR, "The provider's answer is no JSON and cannot be screened.");
    }
    if (edits.isEmpty()) {
      return null;
    }
    tokens.forEach(span -> edits.add(new Edit(span, "null")));
    edits.sort((a, b) -> Integer.compare(a.at().start(), b.at().start()));
    return spliced(document, edits);
  }

  private static void read(JsonParser parser, String name, Reading reading, List<Edit> edits)
      throws IOException {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    String text = parser.getText();
    if (media(name, text)) {
      return;
    }
    String passed = reading.whole(text);
    if (!passed.equals(text)) {
      int end = (int) parser.currentLocation().getByteOffset();
      String quoted = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(passed));
      edits.add(new Edit(new Span(start, end), '"' + quoted + '"'));
    }
  }

  private boolean word(String name, int chars) {
    return chars <= MAX_WORD && words.contains(name);
  }

  /** Whether a text of an answer is a word of the protocol. */
  static boolean answerWord(String name, String text) {
    return text.length() <= MAX_WORD && ANSWER_WORDS.contains(name);
  }

  /** Within an array there is no name. */
  private static String name(@Nullable String name) {
    return name == null ? "" : name;
  }

  /** Long, under a name for media, and of nothing but base64: no text to read. */
  static boolean media(String name, String text) {
    if (text.length() < MEDIA_CHARS || !MEDIA.contains(name)) {
      return false;
    }
    int from = 0;
    if (text.startsWith("data:")) {
      from = text.indexOf(";base64,") + ";base64,".length();
      if (from < ";base64,".length() || from > MEDIA_CHARS) {
        return false;
      }
    }
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean base64 =
          (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || (c >= '/' && c <= '9')
              || c == '+'
              || c == '='
              || c == '-'
              || c == '_';
      if (!base64) {
        return false;
      }
    }
    return true;
  }

  private static byte[] spliced(byte[] document, List<Edit> edits) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(document.length + 64);
    int at = 0;
    for (Edit edit : edits) {
      out.write(document, at, edit.at().start() - at);
      out.writeBytes(edit.json().getBytes(StandardCharsets.UTF_8));
      at = edit.at().end();
    }
    out.write(document, at, document.length - at);
    return out.toByteArray();
  }
}
