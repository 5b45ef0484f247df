package io.marketplace.gateway.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Moments as Postgres writes them into JSON. */
final class Times {
  private Times() {}

  static @Nullable Instant read(JsonNode node) {
    return node.isTextual() ? OffsetDateTime.parse(node.asText()).toInstant() : null;
  }

  /** The earlier of two moments, where null means never. */
  static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
