package io.marketplace.api.routing;

import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.routing.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A route.
 *
 * @param alias what applications write as {@code model}
 * @param tier the tier whose grant opens it
 * @param tenantId whose it is; absent: the platform's
 * @param version from 1; the highest is in force
 */
public record RouteView(
    String alias,
    String tier,
    Optional<String> tenantId,
    int version,
    List<CandidateBody> candidates,
    List<List<CandidateBody>> fallback,
    TimeoutsBody timeouts,
    CacheBody cache,
    Optional<String> requestClass,
    String createdBy,
    Instant createdAt,
    boolean removed) {

  static RouteView of(Route route) {
    return new RouteView(
        route.alias().value(),
        route.tier().code(),
        route.tenant().map(TenantId::toString),
        route.version(),
        route.body().candidates().stream().map(CandidateBody::of).toList(),
        route.body().fallback().stream()
            .map(group -> group.stream().map(CandidateBody::of).toList())
            .toList(),
        TimeoutsBody.of(route.body().timeouts()),
        CacheBody.of(route.body().cache()),
        route.body().requestClass(),
        route.createdBy(),
        route.createdAt(),
        route.removed());
  }
}
