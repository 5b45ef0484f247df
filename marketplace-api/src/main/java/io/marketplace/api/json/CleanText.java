package io.marketplace.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/**
 * Text that a database and a page can hold: neither the character NUL nor half of a surrogate pair.
 */
public final class CleanText extends StdScalarDeserializer<String> {

  private static final long serialVersionUID = 1L;

  CleanText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return (String) context.handleUnexpectedToken(String.class, parser);
    }
    String text = parser.getText();
    if (!isClean(text)) {
      return (String)
          context.handleWeirdStringValue(String.class, "", "holds characters that are not text");
    }
    return text;
  }

  /** Whether {@code text} holds neither. */
  public static boolean isClean(String text) {
    return text.codePoints().noneMatch(point -> point == 0 || isHalfPair(point));
  }

  private static boolean isHalfPair(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
