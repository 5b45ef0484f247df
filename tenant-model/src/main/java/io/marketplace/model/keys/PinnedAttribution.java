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

  /**
   * This within what {@code parent} pins: what the parent pins stays pinned.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} naming
   *     a label that is pinned to something else
   */
  PinnedAttribution within(PinnedAttribution parent) {
    return new PinnedAttribution(
        within("agent", agent, parent.agent),
        within("workflow", workflow, parent.workflow),
        within("customer", customer, parent.customer),
        within("useCase", useCase, parent.useCase));
  }

  private static Optional<String> within(
      String field, Optional<String> own, Optional<String> parents) {
    if (own.isPresent() && parents.isPresent() && !own.equals(parents)) {
      throw Input.invalid(field, "The parent key pins " + field + " already; leave it out.");
    }
    return parents.isPresent() ? parents : own;
  }
}
