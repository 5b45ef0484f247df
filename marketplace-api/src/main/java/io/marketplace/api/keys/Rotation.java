package io.marketplace.api.keys;

import io.marketplace.api.json.Omissible;
import org.jspecify.annotations.Nullable;

/**
 * How a key changes its secret.
 *
 * @param overlapSeconds how long the old secret works on; absent: not at all
 */
public record Rotation(@Nullable Long overlapSeconds) implements Omissible {

  static long overlap(@Nullable Rotation told) {
    return told == null || told.overlapSeconds() == null ? 0 : told.overlapSeconds();
  }
}
