package io.marketplace.gateway.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.marketplace.gateway.line.CallTrace.Decision;
import io.marketplace.gateway.line.Outcome;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.metering.TraceRow;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** A call that has ended, with every decision on its way. */
record FinishedTrace(
    CallId call,
    Instant startedAt,
    CallOwner owner,
    String alias,
    Outcome outcome,
    List<Decision> decisions) {
  private static final JsonFactory JSON = new JsonFactory();

  TraceRow row() {
    return new TraceRow(
        call,
        startedAt,
        owner.tenant(),
        owner.application(),
        outcome.status(),
        outcome.word(),
        json());
  }

  /** What {@code explain} answers. */
  String json() {
    StringWriter text = new StringWriter(1_024);
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("requestId", call.toString());
      out.writeStringField("startedAt", startedAt.toString());
      out.writeStringField("alias", alias);
      out.writeNumberField("status", outcome.status());
      out.writeStringField("outcome", outcome.word());
      out.writeArrayFieldStart("steps");
      for (Decision decision : decisions) {
        out.writeStartObject();
        out.writeStringField("step", decision.step());
        out.writeStringField("decision", decision.decision());
        out.writeNumberField("atMicros", decision.atMicros());
        out.writeObjectFieldStart("facts");
        List<String> facts = decision.facts();
        for (int i = 0; i + 1 < facts.size(); i += 2) {
          out.writeStringField(facts.get(i), facts.get(i + 1));
        }
        out.writeEndObject();
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
