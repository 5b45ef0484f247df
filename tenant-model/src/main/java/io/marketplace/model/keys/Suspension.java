package io.marketplace.model.keys;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a key is out of force for a while.
 *
 * @param by who suspended it, to show
 * @param right in which right; whoever resumes it needs the same or a higher one
 * @param at when
 * @param reason why, if it was said
 */
public record Suspension(String by, KeyRight right, Instant at, Optional<String> reason) {}
