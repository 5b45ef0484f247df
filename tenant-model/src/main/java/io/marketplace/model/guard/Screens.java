package io.marketplace.model.guard;

import java.util.List;

/** Makes rules ready to read texts, as the gateway does. */
public interface Screens {

  /**
   * Refuses rules that cannot be made ready.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} naming
   *     the rule's value: no regular expression, one that matches the empty text, one that grows
   *     too large, an unknown country
   */
  void check(List<GuardRule> rules);

  /**
   * Reads a text with those of {@code rules} that read {@code side}.
   *
   * @throws io.marketplace.model.problem.MarketplaceException as {@link #check}
   */
  ScreenReport read(List<GuardRule> rules, Side side, String text);
}
