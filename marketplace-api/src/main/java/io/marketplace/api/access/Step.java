package io.marketplace.api.access;

import io.marketplace.api.json.Omissible;
import org.jspecify.annotations.Nullable;

/**
 * A step with its reason, question or answer, and what it changes of the terms.
 *
 * @param reason why
 * @param changes what is approved or asked differently than before
 */
public record Step(@Nullable String reason, @Nullable Changes changes) implements Omissible {

  /** What nobody said anything about. */
  static final Step SILENT = new Step(null, null);

  static Step of(@Nullable Step told) {
    return told == null ? SILENT : told;
  }

  Changes changed() {
    return changes == null ? Changes.NONE : changes;
  }
}
