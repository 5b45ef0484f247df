package io.marketplace.api.metering;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.AttemptEntry;
import java.util.Optional;

/**
 * One attempt at a call. The costs of all of them are the row's.
 *
 * @param ordinal which attempt, from 1 on
 * @param outcome {@code answered}, {@code unreachable}, {@code refused}, {@code timeout}, {@code
 *     broken}, {@code cancelled} or {@code interrupted}
 * @param status the HTTP status that the provider refused it with
 * @param ms milliseconds from its beginning to its end
 * @param tokenSource who counted: {@code upstream}, {@code counted} or {@code none}
 */
public record AttemptBody(
    int ordinal,
    Optional<String> pool,
    Optional<String> provider,
    String model,
    Optional<Integer> priceVersion,
    String outcome,
    Optional<Integer> status,
    double ms,
    long promptTokens,
    long completionTokens,
    String tokenSource,
    NanoUsd costUsd) {

  static AttemptBody of(AttemptEntry attempt) {
    return new AttemptBody(
        attempt.ordinal(),
        attempt.pool(),
        attempt.provider(),
        attempt.model(),
        attempt.priceVersion(),
        attempt.end().code(),
        attempt.status(),
        attempt.ms(),
        attempt.promptTokens(),
        attempt.completionTokens(),
        attempt.tokenSource(),
        attempt.cost());
  }
}
