package io.marketplace.gateway.audit;

import io.marketplace.gateway.problem.GatewayProblem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * W3C Baggage (Recommendation of 2024): {@code key=value;property,key2=value2}, values
 * percent-encoded.
 */
final class Baggage {
  /** The least that every implementation must carry, and more than any real one needs. */
  private static final int MAX_CHARS = 8_192;

  private Baggage() {}

  /** The members of all headers of that name, in their order; a name may stand there twice. */
  static List<Map.Entry<String, String>> read(List<String> headers) {
    if (headers.isEmpty()) {
      return List.of();
    }
    String header = String.join(",", headers);
    if (header.length() > MAX_CHARS) {
      throw GatewayProblem.badRequest("'baggage' is longer than 8,192 bytes.", "baggage");
    }
    List<Map.Entry<String, String>> members = new ArrayList<>();
    for (String member : header.split(",", -1)) {
      int semicolon = member.indexOf(';');
      String pair = semicolon < 0 ? member : member.substring(0, semicolon);
      int equals = pair.indexOf('=');
      if (equals > 0) {
        members.add(
            Map.entry(
                pair.substring(0, equals).strip(), decoded(pair.substring(equals + 1).strip())));
      }
    }
    return members;
  }

  private static String decoded(String value) {
    try {
      // A plus is itself in baggage, not a space as in forms.
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw GatewayProblem.badRequest("'baggage' holds a malformed percent-encoding.", "baggage");
    }
  }
}
