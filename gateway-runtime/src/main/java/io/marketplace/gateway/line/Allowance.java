package io.marketplace.gateway.line;

import io.marketplace.gateway.snapshot.Candidate;

/** What a call may spend: enough for one attempt, and for others only if it is asked for. */
@FunctionalInterface
public interface Allowance {
  /** Nothing is charged for. */
  Allowance FREE = candidate -> {};

  /**
   * Allows one more attempt, at {@code candidate}, beside those that failed and may be charged all
   * the same; to be called before every attempt but the first.
   *
   * @throws io.marketplace.gateway.problem.GatewayProblem when there is not enough left for it
   */
  void another(Candidate candidate);
}
