package io.marketplace.api.policy;

import org.jspecify.annotations.Nullable;

/**
 * Which version is to hold again.
 *
 * @param to the earlier version
 * @param note why
 * @param version the version that is in force, as the caller knows it
 */
public record RollbackInput(int to, @Nullable String note, @Nullable Integer version) {

  String why() {
    return note == null ? "" : note;
  }
}
