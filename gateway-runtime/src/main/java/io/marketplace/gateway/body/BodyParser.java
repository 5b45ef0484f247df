package io.marketplace.gateway.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.marketplace.gateway.problem.GatewayProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Turns bytes into a {@link RequestBody}, or says which field is at fault. Thread-safe. */
public final class BodyParser {
  /** Deeper than any published request schema; bounds the parser's stack of contexts. */
  private static final int MAX_DEPTH = 200;

  private final JsonFactory json =
      CallJson.factory()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /**
   * Reads the top-level fields.
   *
   * @throws GatewayProblem {@code invalid_request_error} for anything but one well-formed JSON
   *     object in UTF-8 whose known fields have their types
   */
  public RequestBody parse(byte[] bytes, BodyShape shape) {
    requireUtf8(bytes);
    BodyScan scan = new BodyScan();
    try (JsonParser parser = new CacheMarks(json.createParser(bytes))) {
      scan.read(parser);
    } catch (StreamConstraintsException e) {
      throw GatewayProblem.badRequest(
          "The body is nested too deeply or holds a number that is too long.", null);
    } catch (IOException e) {
      // The parser's own message may quote the prompt.
      throw GatewayProblem.badRequest("The body is not well-formed JSON.", null);
    }
    return scan.finish(bytes, shape);
  }

  private static void requireUtf8(byte[] bytes) {
    if (bytes.length >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb) {
      throw GatewayProblem.badRequest("The body begins with a byte order mark.", null);
    }
    int i = 0;
    while (i < bytes.length && bytes[i] > 0) {
      i++;
    }
    if (i == bytes.length) {
      return;
    }
    if (bytes[i] == 0) {
      throw GatewayProblem.badRequest(
          "The body holds a NUL byte; JSON in UTF-8 is expected.", null);
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, i, bytes.length - i));
    } catch (CharacterCodingException e) {
      throw GatewayProblem.badRequest("The body is not valid UTF-8.", null);
    }
  }
}
