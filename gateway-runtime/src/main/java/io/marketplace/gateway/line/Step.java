package io.marketplace.gateway.line;

/**
 * One step of the gateway's line, in blocking style. It may refuse by throwing a {@link
 * io.marketplace.gateway.problem.GatewayProblem}, hand a changed copy of the call on, call {@code
 * next} again, or wrap the streamed answer. Steps are shared by all calls and keep no state of a
 * call.
 */
@FunctionalInterface
public interface Step {
  Answer apply(GatewayCall call, Next next);
}
