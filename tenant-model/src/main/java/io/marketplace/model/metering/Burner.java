package io.marketplace.model.metering;

import io.marketplace.model.kernel.NanoUsd;
import java.util.Optional;

/**
 * Somebody who spends now.
 *
 * @param usage who, and what was used in the window
 * @param before what was spent in the day before
 * @param mostly the code of the tier that most of it was spent on; empty if it cost nothing
 */
public record Burner(UsageGroup usage, NanoUsd before, Optional<String> mostly) {}
