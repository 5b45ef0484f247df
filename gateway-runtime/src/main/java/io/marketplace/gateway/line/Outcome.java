package io.marketplace.gateway.line;

import io.marketplace.gateway.problem.GatewayProblem;

/**
 * How a call ended.
 *
 * @param status the HTTP status the caller saw, or would have seen
 * @param word {@code answered}, {@code broken}, {@code cancelled} or a code of the contract
 */
public record Outcome(int status, String word) {
  /** The client's connection was gone; 499 is nginx's word for it. */
  public static final Outcome CANCELLED = new Outcome(499, "cancelled");

  /** The whole answer was delivered. */
  public static Outcome answered(int status) {
    return new Outcome(status, "answered");
  }

  /** A stream that broke after its first byte: the status had been sent. */
  public static Outcome broken(int status) {
    return new Outcome(status, "broken");
  }

  /** A refusal or failure before the first byte. */
  public static Outcome of(GatewayProblem problem) {
    return new Outcome(problem.code().status(), problem.code().code());
  }
}
