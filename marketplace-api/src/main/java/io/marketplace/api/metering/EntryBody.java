package io.marketplace.api.metering;

import io.marketplace.api.json.Named;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.BudgetShare;
import io.marketplace.model.metering.UsageDetail;
import io.marketplace.model.metering.UsageEntry;
import io.marketplace.model.metering.UsageFlag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger: exactly one for each answered request.
 *
 * @param promptTokens prompt tokens, cached ones among them
 * @param tokenSource who counted: {@code upstream}, {@code counted} or {@code none}
 * @param reasoningTokens those of the completion tokens the model spent on reasoning
 * @param images images of the prompt that were charged for
 * @param excessUsd the part of {@code costUsd} above what was reserved; no budget bears it
 * @param flag why the row is not simply what the provider reported: {@code unreported}, {@code
 *     impossible}, {@code left}, {@code excess}, {@code unanswered} or {@code interrupted}
 * @param outcome {@code answered}, {@code broken}, {@code cancelled} or a code of the contract
 * @param attempts how many candidates were called
 * @param latencyMs to the last byte, in milliseconds
 * @param ttftMs to the first byte, in milliseconds
 * @param attemptDetails the attempts in their order where there was more than one, else empty; null
 *     in lists
 * @param budgets what each budget bears of it; null in lists
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
    long reasoningTokens,
    int images,
    String tokenSource,
    NanoUsd costUsd,
    NanoUsd excessUsd,
    Optional<String> flag,
    String cache,
    int status,
    String outcome,
    boolean streamed,
    int attempts,
    double latencyMs,
    Optional<Double> ttftMs,
    String replica,
    @Nullable List<AttemptBody> attemptDetails,
    @Nullable List<ShareBody> budgets) {

  /** What the call is booked under besides its key. */
  public record AttributionBody(
      Optional<String> agent,
      Optional<String> workflow,
      Optional<String> customer,
      Optional<String> useCase) {}

  /**
   * What one budget bears of a call.
   *
   * @param budgetId the budget, or the grant whose monthly budget it is
   * @param scope what the budget is of; {@code grant} for a grant's own
   * @param scopeId whose
   * @param label the value it was booked under where each has its own, else empty
   * @param windowStart when the period began that the call counts in
   */
  public record ShareBody(
      String budgetId,
      String scope,
      String scopeId,
      String label,
      Instant windowStart,
      NanoUsd amountUsd) {

    static ShareBody of(BudgetShare share) {
      return new ShareBody(
          share.budget().toString(),
          share.scope(),
          share.scopeId(),
          share.label(),
          share.windowStart(),
          share.amount());
    }
  }

  /** A row in a list. */
  static EntryBody of(UsageEntry row) {
    return body(row, null, null);
  }

  /** A row by itself. */
  static EntryBody whole(UsageDetail detail) {
    return body(
        detail.entry(),
        detail.attempts().stream().map(AttemptBody::of).toList(),
        detail.budgets().stream().map(ShareBody::of).toList());
  }

  private static EntryBody body(
      UsageEntry row, @Nullable List<AttemptBody> attempts, @Nullable List<ShareBody> budgets) {
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
        row.reasoningTokens(),
        row.images(),
        row.tokenSource(),
        row.cost(),
        row.excess(),
        row.flag().map(UsageFlag::code),
        row.cache(),
        row.status(),
        row.outcome(),
        row.streamed(),
        row.attempts(),
        row.latencyMs(),
        row.ttftMs(),
        row.replica(),
        attempts,
        budgets);
  }
}
