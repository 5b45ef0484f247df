package io.marketplace.builtin.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads a request's body within bounds. */
final class Body {

  /** Bytes; 2,048 texts of 512 word pieces fit. */
  static final int MAX_BYTES = 8 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Body() {}

  /**
   * The body as a JSON object.
   *
   * @throws RequestException if it is too large, not UTF-8, not JSON or not an object
   */
  static JsonNode read(InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      // Read on for a while, as a peer that is still sending would not see the answer.
      stream.skip(8L * MAX_BYTES);
      throw RequestException.tooLarge(MAX_BYTES);
    }
    return parse(text(bytes));
  }

  private static String text(byte[] bytes) {
    try {
      // Strict, and never UTF-16 or UTF-32, which the JSON parser would guess from raw bytes.
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException invalid) {
      throw RequestException.malformed("the body is not valid UTF-8");
    }
  }

  private static JsonNode parse(String text) {
    JsonNode body;
    try {
      body = JSON.readTree(text);
    } catch (JsonProcessingException invalid) {
      var at = invalid.getLocation();
      String place =
          at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
      throw RequestException.malformed("the body is not valid JSON" + place);
    }
    if (!body.isObject()) {
      throw RequestException.malformed("the body must be a JSON object");
    }
    return body;
  }
}
