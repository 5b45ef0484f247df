package io.marketplace.model.metering;

import org.jspecify.annotations.Nullable;

/**
 * What a call is booked under besides its key. Null where nobody said.
 *
 * @param agent the agent that called
 * @param workflow the workflow it was part of
 * @param customer the customer it was made for
 * @param useCase the use case it serves
 */
public record Attribution(
    @Nullable String agent,
    @Nullable String workflow,
    @Nullable String customer,
    @Nullable String useCase) {

  /** Nothing said. */
  public static final Attribution NONE = new Attribution(null, null, null, null);
}
