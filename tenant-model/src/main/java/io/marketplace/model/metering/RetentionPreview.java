package io.marketplace.model.metering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What would go if calls were kept for so many days.
 *
 * @param keptFrom the first moment that would stay
 * @param calls how many rows of the ledger would go, with their traces
 * @param oldest the UTC day of the oldest; empty if none would go
 */
public record RetentionPreview(Instant keptFrom, long calls, Optional<LocalDate> oldest) {}
