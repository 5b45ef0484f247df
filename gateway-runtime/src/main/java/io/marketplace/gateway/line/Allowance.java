package io.marketplace.gateway.line;

import io.marketplace.gateway.snapshot.Candidate;

/** What a call may spend: enough for one attempt, and for another only if it is asked for. */
@FunctionalInterface
public interface Allowance {
  /** Nothing is charged for. */
  Allowance FREE = candidate -> {};

  /**
   * Allows one more attempt, at {@code candidate}; to be called before it when an earlier attempt
   * may be charged although it failed.
   *
   * @throws io.marketplace.gateway.problem.GatewayProblem when there is not enough left for it
   */
  void another(Candidate candidate);
}
