package io.marketplace.gateway.provider;

import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.model.metering.AttemptEnd;
import io.marketplace.model.problem.ProblemCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One candidate could not serve the call, and the caller has been sent nothing: another may be
 * tried. Carries no stack trace and no address.
 */
public final class UpstreamFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    /** No connection; the request did not reach the provider. */
    UNREACHABLE,
    /** No byte in time. */
    TIMEOUT,
    /** The connection broke before the first byte. */
    BROKEN,
    /** The provider has no room: 429. */
    SATURATED,
    /** The provider refused the gateway itself: credential, path or model. */
    REJECTED,
    /** The provider failed: 5xx. */
    FAILED
  }

  private final Kind kind;
  private final int status;
  private final @Nullable String retryAfter;

  private UpstreamFailure(Kind kind, String what, int status, @Nullable String retryAfter) {
    super(what, null, false, false);
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** No answer. */
  UpstreamFailure(Kind kind, String what) {
    this(kind, what, 0, null);
  }

  /** An answer of that HTTP status. */
  UpstreamFailure(Kind kind, int status, @Nullable String retryAfter) {
    this(kind, "status " + status, status, retryAfter);
  }

  public Kind kind() {
    return kind;
  }

  /** The HTTP status that the provider answered with; 0 if it gave none. */
  public int status() {
    return status;
  }

  /** The same in the ledger's words. */
  public AttemptEnd end() {
    return switch (kind) {
      case UNREACHABLE -> AttemptEnd.UNREACHABLE;
      case TIMEOUT -> AttemptEnd.TIMEOUT;
      case BROKEN -> AttemptEnd.BROKEN;
      case SATURATED, REJECTED, FAILED -> AttemptEnd.REFUSED;
    };
  }

  /**
   * Whether the provider may charge for it all the same: it took the request and did not refuse.
   */
  public boolean maybeCharged() {
    return kind == Kind.TIMEOUT || kind == Kind.BROKEN || kind == Kind.FAILED;
  }

  /** The problem that a call ends with when its last candidate failed like this. */
  public GatewayProblem problem() {
    return switch (kind) {
      case UNREACHABLE ->
          new GatewayProblem(
              ProblemCode.NO_HEALTHY_ROUTE, "No pool behind this alias takes connections now.");
      case TIMEOUT ->
          new GatewayProblem(ProblemCode.UPSTREAM_TIMEOUT, "The provider did not answer in time.");
      case SATURATED -> {
        String after = retryAfter;
        yield new GatewayProblem(
            ProblemCode.POOL_SATURATED,
            "The provider has no room for this call now.",
            null,
            Map.of("Retry-After", after == null ? "1" : after));
      }
      case BROKEN, REJECTED, FAILED ->
          new GatewayProblem(
              ProblemCode.UPSTREAM_ERROR, "The provider failed: " + getMessage() + ".");
    };
  }
}
