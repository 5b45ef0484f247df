package io.marketplace.model.keys;

import java.time.Instant;
import java.util.Optional;

/**
 * A secret of a key, as readers see it.
 *
 * @param id the identifier
 * @param hint what may be shown of it
 * @param createdAt when it was made
 * @param liveUntil when it ends; empty: with the key
 * @param lastUsedAt when it was used last, within a minute; empty: never
 * @param requests how many requests it has made
 */
public record SecretView(
    SecretId id,
    String hint,
    Instant createdAt,
    Optional<Instant> liveUntil,
    Optional<Instant> lastUsedAt,
    long requests) {}
