package io.marketplace.api.quota;

import io.marketplace.model.kernel.NanoUsd;
import java.time.Instant;

/**
 * A higher cap that is asked for.
 *
 * @param capUsd what may be spent instead, above the cap
 * @param until when it ends
 * @param reason why
 */
public record NewRaise(NanoUsd capUsd, Instant until, String reason) {}
