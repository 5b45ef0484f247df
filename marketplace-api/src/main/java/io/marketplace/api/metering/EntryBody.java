package io.marketplace.api.metering;

import io.marketplace.api.json.Named;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.UsageEntry;
import java.time.Instant;
import java.util.Optional;

/**
 * One row of the ledger: exactly one for each answered request.
 *
 * @param promptTokens prompt tokens, cached ones among them
 * @param tokenSource who counted: {@code upstream}, {@code counted} or {@code none}
 * @param outcome {@code answered}, {@code broken}, {@code cancelled} or a code of the contract
 * @param latencyMs to the last byte, in milliseconds
 * @param ttftMs to the first byte, in milliseconds
 */
public record EntryBody(
    String requestId,
    Instant startedAt,
    String tenantId,
    Named team,
    Named application,
    Named key,
    String tier,
    String alias,
    AttributionBody attribution,
    Optional<String> requestClass,
    String sensitivity,
    Optional<String> pool,
    Optional<String> provider,
    Optional<String> model,
    Optional<Integer> priceVersion,
    long promptTokens,
    long cachedTokens,
    long completionTokens,
    String tokenSource,
    NanoUsd costUsd,
    String cache,
    int status,
    String outcome,
    boolean streamed,
    int attempts,
    double latencyMs,
    Optional<Double> ttftMs,
    String replica) {

  /** What the call is booked under besides its key. */
  public record AttributionBody(
      Optional<String> agent,
      Optional<String> workflow,
      Optional<String> customer,
      Optional<String> useCase) {}

  static EntryBody of(UsageEntry row) {
    return new EntryBody(
        row.id().toString(),
        row.startedAt(),
        row.tenant().toString(),
        new Named(row.teamId().toString(), row.teamName()),
        new Named(row.applicationId().toString(), row.applicationName()),
        new Named(row.keyId().toString(), row.keyName()),
        row.tier(),
        row.alias(),
        new AttributionBody(row.agent(), row.workflow(), row.customer(), row.useCase()),
        row.requestClass(),
        row.sensitivity(),
        row.pool(),
        row.provider(),
        row.model(),
        row.priceVersion(),
        row.promptTokens(),
        row.cachedTokens(),
        row.completionTokens(),
        row.tokenSource(),
        row.cost(),
        row.cache(),
        row.status(),
        row.outcome(),
        row.streamed(),
        row.attempts(),
        row.latencyMs(),
        row.ttftMs(),
        row.replica());
  }
}
