package io.marketplace.api.metering;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.UsageDimension;
import io.marketplace.model.metering.UsageGroup;
import io.marketplace.model.metering.UsageTotals;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Usage of one group.
 *
 * @param group each dimension's value: an identifier, a label, a tier or a day; null for calls that
 *     bear none
 * @param names what to show for those that are identifiers
 * @param cachedTokens those of the prompt tokens that the upstream had cached
 */
public record GroupBody(
    Map<String, @Nullable String> group,
    Map<String, String> names,
    long requests,
    long promptTokens,
    long cachedTokens,
    long completionTokens,
    NanoUsd costUsd) {

  static GroupBody of(UsageGroup usage) {
    Map<String, @Nullable String> group = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    usage
        .group()
        .forEach(
            (UsageDimension dimension, UsageGroup.Value value) -> {
              group.put(dimension.code(), value.id().orElse(null));
              value.name().ifPresent(name -> names.put(dimension.code(), name));
            });
    UsageTotals totals = usage.totals();
    return new GroupBody(
        group,
        names,
        totals.requests(),
        totals.promptTokens(),
        totals.cachedTokens(),
        totals.completionTokens(),
        totals.cost());
  }
}
