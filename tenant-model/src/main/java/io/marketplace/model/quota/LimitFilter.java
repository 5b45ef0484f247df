package io.marketplace.model.quota;

import java.util.Optional;
import java.util.UUID;

/**
 * Which limits are wanted; what is empty does not narrow.
 *
 * @param scopeType the code of a kind of scope
 * @param scopeId the identifier of what is limited
 * @param text part of the name of what is limited, in any case
 */
public record LimitFilter(
    Optional<String> scopeType, Optional<UUID> scopeId, Optional<String> text) {

  /** Every limit. */
  public static final LimitFilter ALL =
      new LimitFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
