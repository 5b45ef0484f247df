package io.marketplace.api.keys;

import io.marketplace.api.json.Omissible;
import org.jspecify.annotations.Nullable;

/**
 * Why a step is taken.
 *
 * @param reason up to 500 characters; absent: not told
 */
public record Reason(@Nullable String reason) implements Omissible {

  static @Nullable String of(@Nullable Reason told) {
    return told == null ? null : told.reason();
  }
}
