package io.marketplace.model.routing;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * One version of an alias's route; versions are never changed, the highest is in force.
 *
 * @param tenant whose it is; empty: the platform's, in force for every tenant without its own
 * @param alias the alias
 * @param tier the tier whose grant opens the alias
 * @param version from 1
 * @param body where calls go
 * @param createdBy who wrote it, to show
 * @param createdAt when
 * @param removed whether this version takes the route away: the alias then has none of this owner's
 */
public record Route(
    Optional<TenantId> tenant,
    Alias alias,
    Tier tier,
    int version,
    RouteBody body,
    String createdBy,
    Instant createdAt,
    boolean removed) {}
