package io.marketplace.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** A time as RFC 3339 text with its offset, within the years that every part can hold. */
final class TimeText extends StdScalarDeserializer<Instant> {

  private static final long serialVersionUID = 1L;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;

  TimeText() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      try {
        OffsetDateTime time = OffsetDateTime.parse(parser.getText());
        if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
          return time.toInstant();
        }
      } catch (DateTimeParseException e) {
        // refused below
      }
      return (Instant)
          context.handleWeirdStringValue(
              Instant.class, "", "must be a time as in 2026-12-31T00:00:00Z");
    }
    return (Instant) context.handleUnexpectedToken(Instant.class, parser);
  }
}
