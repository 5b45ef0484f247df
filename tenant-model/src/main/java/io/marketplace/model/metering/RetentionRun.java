package io.marketplace.model.metering;

import java.time.Instant;
import java.util.Optional;

/**
 * The last time that a tenant's old calls were removed.
 *
 * @param keptFrom calls that began before it are gone, or are going
 * @param began when it began
 * @param ended when nothing was left to remove; empty: it goes on
 * @param calls rows of the ledger it has removed
 * @param traces decision traces it has removed
 */
public record RetentionRun(
    Instant keptFrom, Instant began, Optional<Instant> ended, long calls, long traces) {}
