package io.marketplace.gateway.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an alias leads to.
 *
 * @param tier the code of the tier whose grant opens the alias
 * @param version the route's version; 0 for a tier nobody has routed yet
 * @param groups the candidates, then each fallback group in order
 * @param requestClass the request class the alias stands for, if any
 */
public record Route(
    String alias,
    String tier,
    int version,
    List<List<Candidate>> groups,
    Timeouts timeouts,
    @Nullable String requestClass) {

  public Route {
    groups = groups.stream().map(List::copyOf).toList();
  }
}
