package io.marketplace.ui.administration;

import io.marketplace.model.routing.CacheRule;
import io.marketplace.model.routing.Candidate;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.RouteBody;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says of a route where calls go. */
final class RouteWords {

  private final Map<PoolId, Pool> pools;

  RouteWords(List<Pool> pools) {
    this.pools = pools.stream().collect(Collectors.toMap(Pool::id, Function.identity()));
  }

  /** {@code smollm2 / smollm2-135m ×2, gemma3 / gemma-3-270m}. */
  String candidates(List<Candidate> group) {
    return group.isEmpty()
        ? "nothing"
        : group.stream().map(this::candidate).collect(Collectors.joining(", "));
  }

  /** The groups tried in turn. */
  String fallback(RouteBody body) {
    return body.fallback().isEmpty()
        ? "none"
        : body.fallback().stream().map(this::candidates).collect(Collectors.joining(", then "));
  }

  private String candidate(Candidate candidate) {
    String pool =
        Optional.ofNullable(pools.get(candidate.poolId()))
            .map(Pool::name)
            .orElse("an archived pool");
    String weight = candidate.weight() == 1 ? "" : " ×" + CandidateRows.weight(candidate.weight());
    return pool + " / " + candidate.model() + weight;
  }

  static String cache(CacheRule rule) {
    return rule.mode() == CacheRule.Mode.OFF
        ? "off"
        : rule.mode().code() + ", shared in the " + rule.scope().code();
  }
}
