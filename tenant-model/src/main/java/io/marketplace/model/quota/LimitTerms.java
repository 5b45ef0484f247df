package io.marketplace.model.quota;

import io.marketplace.model.kernel.Input;
import java.util.Optional;

/**
 * What a limit says; what is empty is not limited.
 *
 * @param requestsPerMinute calls a minute: that many at once after a pause, and that many a minute
 *     on the long run
 * @param tokensPerMinute prompt and completion tokens a minute, in the same way
 * @param concurrency calls under way at a time
 * @param priority the most urgent class its calls may have
 */
public record LimitTerms(
    Optional<Long> requestsPerMinute,
    Optional<Long> tokensPerMinute,
    Optional<Integer> concurrency,
    Optional<CallPriority> priority) {

  /** A million calls a second: beyond it a number is a slip of the finger. */
  static final long MAX_REQUESTS = 60_000_000;

  /** A thousand million tokens a second, the finest that buckets refill by. */
  static final long MAX_TOKENS = 60_000_000_000L;

  static final int MAX_CONCURRENCY = 1_000_000;

  /**
   * The terms, if they make sense.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} if they
   *     limit nothing, or a number is below 1 or absurd
   */
  public LimitTerms checked() {
    requestsPerMinute.ifPresent(value -> within("requestsPerMinute", value, MAX_REQUESTS));
    tokensPerMinute.ifPresent(value -> within("tokensPerMinute", value, MAX_TOKENS));
    concurrency.ifPresent(value -> within("concurrency", value, MAX_CONCURRENCY));
    if (requestsPerMinute.isEmpty()
        && tokensPerMinute.isEmpty()
        && concurrency.isEmpty()
        && priority.isEmpty()) {
      throw Input.invalid(
          "requestsPerMinute",
          "A limit must say at least one of requestsPerMinute, tokensPerMinute, concurrency and"
              + " priority; to end one, delete it.");
    }
    return this;
  }

  private static void within(String field, long value, long max) {
    if (value < 1 || value > max) {
      throw Input.invalid(
          field,
          "%s must be a whole number from 1 to %,d; to stop all calls suspend the grant or revoke the key."
              .formatted(field, max));
    }
  }
}
