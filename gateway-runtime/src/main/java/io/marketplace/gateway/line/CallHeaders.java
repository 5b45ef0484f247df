package io.marketplace.gateway.line;

import org.jspecify.annotations.Nullable;

/** The request's headers, by name without regard to case. */
@FunctionalInterface
public interface CallHeaders {
  @Nullable String first(String name);
}
