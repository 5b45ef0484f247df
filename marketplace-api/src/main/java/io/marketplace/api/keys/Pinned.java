package io.marketplace.api.keys;

import io.marketplace.model.keys.PinnedAttribution;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a key's calls are booked under, whatever their headers say. */
public record Pinned(
    Optional<String> agent,
    Optional<String> workflow,
    Optional<String> customer,
    Optional<String> useCase) {

  static Pinned of(PinnedAttribution pinned) {
    return new Pinned(pinned.agent(), pinned.workflow(), pinned.customer(), pinned.useCase());
  }

  static PinnedAttribution read(@Nullable Pinned told) {
    return told == null
        ? PinnedAttribution.NONE
        : new PinnedAttribution(told.agent(), told.workflow(), told.customer(), told.useCase());
  }
}
