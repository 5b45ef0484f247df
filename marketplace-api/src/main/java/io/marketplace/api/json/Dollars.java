package io.marketplace.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.problem.MarketplaceException;
import java.io.IOException;

/**
 * Money as a decimal string in US dollars; a JSON number is read by its digits, never as a float.
 */
final class Dollars {

  private Dollars() {}

  static final class Reader extends StdScalarDeserializer<NanoUsd> {

    private static final long serialVersionUID = 1L;

    Reader() {
      super(NanoUsd.class);
    }

    @Override
    public NanoUsd deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonToken token = parser.currentToken();
      if (token != JsonToken.VALUE_STRING
          && token != JsonToken.VALUE_NUMBER_INT
          && token != JsonToken.VALUE_NUMBER_FLOAT) {
        return (NanoUsd) context.handleUnexpectedToken(NanoUsd.class, parser);
      }
      try {
        return NanoUsd.parse("amount", parser.getText());
      } catch (MarketplaceException e) {
        return (NanoUsd)
            context.handleWeirdStringValue(
                NanoUsd.class,
                "",
                "must be an amount in US dollars: zero or more, at most nine decimals, below nine"
                    + " thousand million");
      }
    }
  }

  static final class Writer extends StdScalarSerializer<NanoUsd> {

    private static final long serialVersionUID = 1L;

    Writer() {
      super(NanoUsd.class);
    }

    @Override
    public void serialize(NanoUsd amount, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(amount.toDollars());
    }
  }
}
