package io.marketplace.gateway.line;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request's headers, by name without regard to case, and where the request came from. */
@FunctionalInterface
public interface CallHeaders {

  /** The first value of a header; null without one. */
  @Nullable String first(String name);

  /** All values of a header, in their order. */
  default List<String> all(String name) {
    String one = first(name);
    return one == null ? List.of() : List.of(one);
  }

  /** The address at the other end of the connection; empty if it is not known. */
  default String peer() {
    return "";
  }
}
