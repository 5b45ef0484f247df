package io.marketplace.gateway.door;

import io.marketplace.gateway.line.CallHeaders;
import io.marketplace.gateway.problem.GatewayProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Headers of which none that is read may be overlong. */
record BoundedHeaders(CallHeaders headers) implements CallHeaders {
  /** Headers longer than this hold no name or number the gateway reads. */
  private static final int MAX_HEADER = 8_192;

  @Override
  public @Nullable String first(String name) {
    String value = headers.first(name);
    if (value != null) {
      check(name, value);
    }
    return value;
  }

  @Override
  public List<String> all(String name) {
    List<String> values = headers.all(name);
    values.forEach(value -> check(name, value));
    return values;
  }

  @Override
  public String peer() {
    return headers.peer();
  }

  private static void check(String name, String value) {
    if (value.length() > MAX_HEADER) {
      throw GatewayProblem.badRequest("The header '" + name + "' is too long.", name);
    }
  }
}
