package io.marketplace.model.metering;

import java.util.List;

/** Writes a trace as JSON (RFC 8259), as {@code explain} answers it. */
final class TraceJson {
  private final StringBuilder out = new StringBuilder(1_024);

  private TraceJson() {}

  static String of(DecidedCall call) {
    TraceJson json = new TraceJson();
    json.write(call);
    return json.out.toString();
  }

  private void write(DecidedCall call) {
    out.append("{\"requestId\":");
    text(call.call().toString());
    out.append(",\"startedAt\":");
    text(call.startedAt().toString());
    out.append(",\"alias\":");
    text(call.alias());
    out.append(",\"status\":").append(call.status()).append(",\"outcome\":");
    text(call.outcome());
    out.append(",\"steps\":[");
    String comma = "";
    for (CallDecision decision : call.decisions()) {
      out.append(comma);
      write(decision);
      comma = ",";
    }
    out.append("]}");
  }

  private void write(CallDecision decision) {
    out.append("{\"step\":");
    text(decision.step());
    out.append(",\"decision\":");
    text(decision.decision());
    out.append(",\"atMicros\":").append(decision.atMicros()).append(",\"facts\":{");
    List<String> facts = decision.facts();
    for (int i = 0; i + 1 < facts.size(); i += 2) {
      out.append(i == 0 ? "" : ",");
      text(facts.get(i));
      out.append(':');
      text(facts.get(i + 1));
    }
    out.append("}}");
  }

  private void text(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        // The database's JSON holds none, and would refuse the whole batch that this stands in.
        case '\0' -> out.append('\uFFFD');
        default -> {
          if (c < 0x20) {
            out.append("\\u00")
                .append(c < 0x10 ? "0" : "1")
                .append("0123456789abcdef".charAt(c % 16));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
