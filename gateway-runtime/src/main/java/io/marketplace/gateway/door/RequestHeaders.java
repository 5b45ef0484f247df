package io.marketplace.gateway.door;

import io.marketplace.gateway.line.CallHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a servlet request tells of itself. */
record RequestHeaders(HttpServletRequest request) implements CallHeaders {

  @Override
  public @Nullable String first(String name) {
    return request.getHeader(name);
  }

  @Override
  public List<String> all(String name) {
    // Most requests bear none of those that are asked for.
    return request.getHeader(name) == null ? List.of() : Collections.list(request.getHeaders(name));
  }

  @Override
  public String peer() {
    String address = request.getRemoteAddr();
    return address == null ? "" : address;
  }
}
