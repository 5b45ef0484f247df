package io.marketplace.api.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JavaType;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request: UTF-8 and nothing else, then JSON, then the record it stands for.
 */
public final class JsonBody {

  private JsonBody() {}

  /**
   * Reads {@code body} as {@code type}.
   *
   * @throws MarketplaceException {@code invalid_request_error} with the field at fault if the body
   *     is empty, not UTF-8, not JSON ({@link StreamReadConstraints} included) or not that type
   */
  public static Object read(byte[] body, Type type) {
    String text = text(body);
    if (text.isBlank()) {
      throw new MarketplaceException(ProblemCode.INVALID_REQUEST, "A JSON body is needed.");
    }
    try {
      JavaType wanted = Json.MAPPER.constructType(type);
      @Nullable Object read = Json.MAPPER.readValue(text, wanted);
      if (read == null) {
        throw new MarketplaceException(ProblemCode.INVALID_REQUEST, "A JSON body is needed.");
      }
      return read;
    } catch (JacksonException e) {
      throw JsonRefusal.of(e);
    }
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new MarketplaceException(ProblemCode.INVALID_REQUEST, "The body is not valid UTF-8.");
    }
  }
}
