package io.marketplace.gateway.problem;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** OpenAI's envelope: {@code {"error":{"message","type","param","code"}}}. */
public final class ErrorEnvelope {
  private ErrorEnvelope() {}

  /** The body of an answer that failed before its first byte. */
  public static byte[] json(GatewayProblem problem) {
    return text(problem).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The last event of a stream that broke after its first byte. It is a {@code data} event without
   * an event name whose object has an {@code error} field: the one form that OpenAI's Python,
   * JavaScript and Java clients all raise as an API error. No {@code [DONE]} follows.
   */
  public static byte[] event(GatewayProblem problem) {
    return ("data: " + text(problem) + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String text(GatewayProblem problem) {
    StringBuilder out = new StringBuilder(160).append("{\"error\":{\"message\":");
    quote(out, problem.text());
    out.append(",\"type\":");
    quote(out, type(problem.code().status()));
    out.append(",\"param\":");
    quote(out, problem.param());
    out.append(",\"code\":");
    quote(out, problem.code().code());
    return out.append("}}").toString();
  }

  /** The words OpenAI's clients expect beside the status. */
  private static String type(int status) {
    return switch (status) {
      case 401 -> "authentication_error";
      case 403 -> "permission_error";
      case 429 -> "rate_limit_error";
      default -> status < 500 ? "invalid_request_error" : "server_error";
    };
  }

  private static void quote(StringBuilder out, @Nullable String value) {
    if (value == null) {
      out.append("null");
      return;
    }
    out.append('"');
    JsonStringEncoder.getInstance().quoteAsString(value, out);
    out.append('"');
  }
}
