package io.marketplace.model.routing;

import java.util.List;
import java.util.Optional;

/**
 * Where the calls of an alias go.
 *
 * @param candidates among which a call is placed; none: the alias is known, yet nothing serves it
 * @param fallback groups tried in turn when no candidate answers
 * @param timeouts how long to wait
 * @param cache whether answers are reused
 * @param requestClass the request class the calls count as
 */
public record RouteBody(
    List<Candidate> candidates,
    List<List<Candidate>> fallback,
    Timeouts timeouts,
    CacheRule cache,
    Optional<String> requestClass) {

  /** Copies the lists. */
  public RouteBody {
    candidates = List.copyOf(candidates);
    fallback = fallback.stream().map(List::copyOf).toList();
  }

  /** A body with default timeouts and no cache. */
  public static RouteBody of(List<Candidate> candidates, List<List<Candidate>> fallback) {
    return new RouteBody(candidates, fallback, Timeouts.DEFAULT, CacheRule.OFF, Optional.empty());
  }
}
