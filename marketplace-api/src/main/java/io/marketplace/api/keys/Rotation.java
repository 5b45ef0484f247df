package io.marketplace.api.keys;

import org.jspecify.annotations.Nullable;

/**
 * How a key changes its secret.
 *
 * @param overlapSeconds how long the old secret works on; absent: not at all
 */
public record Rotation(@Nullable Long overlapSeconds) {

  static long overlap(@Nullable Rotation told) {
    return told == null || told.overlapSeconds() == null ? 0 : told.overlapSeconds();
  }
}
