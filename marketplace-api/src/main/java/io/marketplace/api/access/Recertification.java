package io.marketplace.api.access;

import java.time.Instant;

/**
 * A grant is still needed.
 *
 * @param until until when it goes on
 */
public record Recertification(Instant until) {}
