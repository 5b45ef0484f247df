package io.marketplace.gateway.snapshot;

import io.marketplace.model.quota.CallPriority;
import java.util.List;

/**
 * All that limits the calls of one key to one tier.
 *
 * @param rules what is counted; every one of them must admit a call
 * @param priority the most urgent class the calls may have
 */
public record LimitSet(List<LimitRule> rules, CallPriority priority) {
  /** No limit at all. */
  public static final LimitSet NONE = new LimitSet(List.of(), CallPriority.INTERACTIVE);

  public LimitSet {
    rules = List.copyOf(rules);
  }
}
