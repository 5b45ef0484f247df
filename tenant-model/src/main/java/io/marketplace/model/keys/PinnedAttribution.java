package io.marketplace.model.keys;

import io.marketplace.model.kernel.Input;
import java.util.Optional;

/**
 * What all calls of a key are booked under; wins over what calls say of themselves. Each at most
 * 120 characters.
 *
 * @param agent the agent
 * @param workflow the workflow
 * @param customer the customer
 * @param useCase the use case
 */
public record PinnedAttribution(
    Optional<String> agent,
    Optional<String> workflow,
    Optional<String> customer,
    Optional<String> useCase) {

  /** Nothing pinned. */
  public static final PinnedAttribution NONE =
      new PinnedAttribution(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final int MAX = 120;

  /** Checks the lengths. */
  public PinnedAttribution {
    agent = Input.optionalLine("agent", agent.orElse(null), MAX);
    workflow = Input.optionalLine("workflow", workflow.orElse(null), MAX);
    customer = Input.optionalLine("customer", customer.orElse(null), MAX);
    useCase = Input.optionalLine("useCase", useCase.orElse(null), MAX);
  }
}
