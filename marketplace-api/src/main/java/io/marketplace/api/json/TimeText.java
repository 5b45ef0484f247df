package io.marketplace.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

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
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return (Instant) context.handleUnexpectedToken(Instant.class, parser);
    }
    Optional<Instant> time = read(parser.getText());
    return time.isPresent()
        ? time.get()
        : (Instant)
            context.handleWeirdStringValue(
                Instant.class, "", "must be a time as in 2026-12-31T00:00:00Z");
  }

  static Optional<Instant> read(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      return time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR
          ? Optional.of(time.toInstant())
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
