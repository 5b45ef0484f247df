package io.marketplace.ui.grants;

import io.marketplace.model.access.GrantFilter;
import io.marketplace.model.access.GrantState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Which grants are shown. */
enum GrantChoice {
  OPEN("Active and suspended"),
  ENDING("Ending within 30 days"),
  ENDED("Revoked and expired");

  private static final Duration SOON = Duration.ofDays(30);

  private final String words;

  GrantChoice(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  GrantFilter filter(String text, Instant now) {
    return new GrantFilter(
        this == ENDED
            ? Set.of(GrantState.REVOKED, GrantState.EXPIRED)
            : Set.of(GrantState.ACTIVE, GrantState.SUSPENDED),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        this == ENDING ? Optional.of(now.plus(SOON)) : Optional.empty(),
        Optional.of(text.strip()).filter(part -> !part.isEmpty()));
  }
}
