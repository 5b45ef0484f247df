package io.marketplace.gateway.metering;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.Attempt;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageFlag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call used, and what that costs.
 *
 * @param tokens reported by the provider or counted here, all attempts together
 * @param images images of the prompt, where it is charged for
 * @param cost at the prices of the candidates that were called; zero without one
 * @param excess the part of {@code cost} above what was reserved
 * @param flag why it is not simply what the provider reported; null when it is
 * @param beneath the attempts, where there was more than one; they add up to the others
 */
record Usage(
    TokenCount tokens,
    int images,
    NanoUsd cost,
    NanoUsd excess,
    @Nullable UsageFlag flag,
    List<Attempt> beneath) {

  static final Usage NOTHING =
      new Usage(TokenCount.ZERO, 0, NanoUsd.ZERO, NanoUsd.ZERO, null, List.of());

  /** The whole reservation: as much as a call may have used whose end nobody saw. */
  static Usage interrupted(NanoUsd reserved) {
    return new Usage(TokenCount.ZERO, 0, reserved, NanoUsd.ZERO, UsageFlag.INTERRUPTED, List.of());
  }
}
