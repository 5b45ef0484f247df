package io.marketplace.api.metering;

import io.marketplace.model.metering.RetentionPreview;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What would be removed.
 *
 * @param keptFrom the first moment that would stay
 * @param calls how many rows of the ledger would go, with their traces
 * @param oldestDay the UTC day of the oldest; null if none would go
 */
public record RetentionPreviewBody(Instant keptFrom, long calls, Optional<LocalDate> oldestDay) {

  static RetentionPreviewBody of(RetentionPreview preview) {
    return new RetentionPreviewBody(preview.keptFrom(), preview.calls(), preview.oldest());
  }
}
