package io.marketplace.model.quota;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A limit on somebody's calls. There is at most one of each owner for a scope and tier.
 *
 * @param id the identifier
 * @param tenant whose calls it limits
 * @param owner who set it
 * @param scope whose calls it counts together
 * @param tier the calls of this tier alone; empty: of all tiers together
 * @param terms what it says
 * @param version from 1; grows with every change
 * @param changedBy who changed it last, to show
 * @param changedAt when
 */
public record CallLimit(
    LimitId id,
    TenantId tenant,
    LimitOwner owner,
    LimitScope scope,
    Optional<Tier> tier,
    LimitTerms terms,
    int version,
    String changedBy,
    Instant changedAt) {

  CallLimit changed(LimitTerms next, String by, Instant at) {
    return new CallLimit(id, tenant, owner, scope, tier, next, version + 1, by, at);
  }

  Facts facts() {
    return Facts.of("scope", scope.type() + " " + scope.value())
        .with("tier", tier.map(Tier::code))
        .with("owner", owner.code())
        .with("requestsPerMinute", terms.requestsPerMinute())
        .with("tokensPerMinute", terms.tokensPerMinute())
        .with("concurrency", terms.concurrency())
        .with("priority", terms.priority().map(CallPriority::code));
  }
}
