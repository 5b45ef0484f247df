package io.marketplace.api.routing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.routing.CacheRule;
import io.marketplace.model.routing.RouteBody;
import io.marketplace.model.routing.Timeouts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A route as it is to be. What an answer holds besides is passed over, so that one that was read
 * can be sent back.
 *
 * @param tier the tier whose grant opens the alias; needed for a new alias only
 * @param candidates among which a call is placed
 * @param fallback groups tried in turn when no candidate answers
 * @param version the version the change was made on, 0 for none
 */
@JsonIgnoreProperties({"alias", "tenantId", "createdBy", "createdAt"})
public record RouteInput(
    @Nullable String tier,
    List<CandidateBody> candidates,
    @Nullable List<List<CandidateBody>> fallback,
    @Nullable TimeoutsBody timeouts,
    @Nullable CacheBody cache,
    @Nullable String requestClass,
    @Nullable Integer version) {

  Optional<Tier> opensWith() {
    return Optional.ofNullable(tier).map(code -> Tier.parse("tier", code));
  }

  RouteBody body() {
    List<List<CandidateBody>> groups = fallback == null ? List.of() : fallback;
    return new RouteBody(
        candidates.stream().map(CandidateBody::candidate).toList(),
        groups.stream()
            .map(group -> group.stream().map(CandidateBody::candidate).toList())
            .toList(),
        timeouts == null ? Timeouts.DEFAULT : timeouts.timeouts(),
        cache == null ? CacheRule.OFF : cache.rule(),
        Optional.ofNullable(requestClass));
  }
}
