package io.marketplace.model.problem;

/** The stable codes of failures with their HTTP status. Those of the gateway are the contract's. */
public enum ProblemCode {
  INVALID_API_KEY("invalid_api_key", 401),
  UNAUTHENTICATED("unauthenticated", 401),
  TIER_NOT_GRANTED("tier_not_granted", 403),
  POLICY_DENIED("policy_denied", 403),
  NO_LAWFUL_ROUTE("no_lawful_route", 403),
  FORBIDDEN("forbidden", 403),
  INVALID_REQUEST("invalid_request_error", 400),
  MODEL_NOT_FOUND("model_not_found", 404),
  NOT_FOUND("not_found", 404),
  CONFLICT("conflict", 409),
  REQUEST_TOO_LARGE("request_too_large", 413),
  RATE_LIMIT_EXCEEDED("rate_limit_exceeded", 429),
  BUDGET_EXCEEDED("budget_exceeded", 429),
  POOL_SATURATED("pool_saturated", 429),
  INTERNAL("internal_error", 500),
  UPSTREAM_ERROR("upstream_error", 502),
  NO_HEALTHY_ROUTE("no_healthy_route", 503),
  SNAPSHOT_STALE("snapshot_stale", 503),
  BUDGET_UNAVAILABLE("budget_unavailable", 503),
  UNAVAILABLE("unavailable", 503),
  UPSTREAM_TIMEOUT("upstream_timeout", 504),
  CACHE_MISS("cache_miss", 504);

  private final String code;
  private final int status;

  ProblemCode(String code, int status) {
    this.code = code;
    this.status = status;
  }

  /** The code as it stands in answers. */
  public String code() {
    return code;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
