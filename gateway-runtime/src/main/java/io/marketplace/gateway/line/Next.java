package io.marketplace.gateway.line;

/** The rest of the line, as a step sees it. */
@FunctionalInterface
public interface Next {
  /**
   * Carries the call on; may be called more than once, for example for another candidate.
   *
   * @throws io.marketplace.gateway.problem.GatewayProblem when a later step refuses or fails
   */
  Answer proceed(GatewayCall call);
}
