package io.marketplace.api.routing;

import io.marketplace.model.routing.CacheRule;
import java.util.Optional;

/**
 * Whether and for whom answers are reused.
 *
 * @param mode {@code off}, {@code exact} or {@code semantic}
 * @param scope {@code tenant}, {@code team}, {@code key}, {@code agent} or {@code customer}
 * @param errorBound the share of wrong answers accepted from the semantic cache
 */
public record CacheBody(String mode, Optional<String> scope, Optional<Double> errorBound) {

  static CacheBody of(CacheRule rule) {
    return new CacheBody(rule.mode().code(), Optional.of(rule.scope().code()), rule.errorBound());
  }

  CacheRule rule() {
    return new CacheRule(
        CacheRule.Mode.parse("cache.mode", mode),
        scope
            .map(code -> CacheRule.Sharing.parse("cache.scope", code))
            .orElse(CacheRule.Sharing.TENANT),
        errorBound);
  }
}
