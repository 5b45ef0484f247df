package io.marketplace.api.quota;

import io.marketplace.api.json.Named;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.quota.CallLimit;
import io.marketplace.model.quota.CallPriority;
import io.marketplace.model.quota.LimitTerms;
import io.marketplace.model.quota.LimitUse;
import io.marketplace.model.quota.LimitView;
import java.time.Instant;
import java.util.Optional;

/**
 * A limit.
 *
 * @param owner {@code platform} or {@code tenant}: who set it and may end it
 * @param tier the calls of this tier alone; absent: of all tiers together
 * @param use what the gateways told within the last seconds; absent where none did
 */
public record LimitBody(
    String id,
    String owner,
    Scope scope,
    Named tenant,
    Optional<String> tier,
    Optional<Long> requestsPerMinute,
    Optional<Long> tokensPerMinute,
    Optional<Integer> concurrency,
    Optional<String> priority,
    int version,
    String changedBy,
    Instant changedAt,
    Optional<Use> use) {

  /**
   * Whose calls.
   *
   * @param within where that stands, such as a key's application; absent for a tenant
   */
  public record Scope(String type, String id, String name, Optional<String> within) {}

  /**
   * Its use by all gateways.
   *
   * @param requests calls admitted within the last minute
   * @param tokens tokens used by calls that ended within the last minute
   * @param refused calls refused within the last minute because of this limit
   * @param inFlight calls under way
   */
  public record Use(long requests, long tokens, long refused, int inFlight, Instant at) {

    private static Use of(LimitUse use) {
      return new Use(use.requests(), use.tokens(), use.refused(), use.inFlight(), use.at());
    }
  }

  static LimitBody of(LimitView view) {
    CallLimit limit = view.limit();
    LimitTerms terms = limit.terms();
    return new LimitBody(
        limit.id().toString(),
        limit.owner().code(),
        new Scope(
            limit.scope().type(),
            limit.scope().value().toString(),
            view.scopeName(),
            view.within()),
        Named.of(limit.tenant(), view.tenantName()),
        limit.tier().map(Tier::code),
        terms.requestsPerMinute(),
        terms.tokensPerMinute(),
        terms.concurrency(),
        terms.priority().map(CallPriority::code),
        limit.version(),
        limit.changedBy(),
        limit.changedAt(),
        view.use().map(Use::of));
  }
}
