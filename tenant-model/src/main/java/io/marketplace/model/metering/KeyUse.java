package io.marketplace.model.metering;

import io.marketplace.model.keys.SecretId;
import java.time.Instant;

/** How often a secret was used since the last report, and when last. */
public record KeyUse(SecretId secret, Instant lastUsedAt, long requests) {}
