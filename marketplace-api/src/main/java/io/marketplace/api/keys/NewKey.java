package io.marketplace.api.keys;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Networks;
import io.marketplace.model.keys.KeyScope;
import io.marketplace.model.keys.KeyWish;
import io.marketplace.model.policy.Sensitivity;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key to issue.
 *
 * @param name what to show
 * @param tiers the tiers it may call
 * @param aliases allow-list of model aliases; absent: all of its tiers
 * @param providers allow-list of provider names; absent: all
 * @param jurisdictions allow-list; absent: all
 * @param highestSensitivity the most sensitive data its calls may declare; absent: any
 * @param sourceNetworks networks in CIDR form it may be used from; absent: any
 * @param labelValuesMax how many values of each attribution label its calls may bring up; absent:
 *     1000
 * @param expiresAt when it ends; absent: with its grants
 * @param attribution what its calls are booked under, whatever their headers say
 * @param budget what it may spend in a period; absent: what its grants and other budgets allow
 */
public record NewKey(
    String name,
    List<String> tiers,
    @Nullable List<String> aliases,
    @Nullable List<String> providers,
    @Nullable List<String> jurisdictions,
    @Nullable String highestSensitivity,
    @Nullable List<String> sourceNetworks,
    @Nullable Integer labelValuesMax,
    @Nullable Instant expiresAt,
    @Nullable Pinned attribution,
    @Nullable NewKeyBudget budget) {

  KeyWish wish() {
    return new KeyWish(
        name,
        new KeyScope(
            tiers(tiers),
            Optional.ofNullable(aliases),
            Optional.ofNullable(providers),
            Optional.ofNullable(jurisdictions),
            sensitivity(highestSensitivity),
            networks(sourceNetworks),
            labelValuesMax == null ? KeyScope.USUAL_LABEL_VALUES : labelValuesMax),
        Optional.ofNullable(expiresAt),
        Pinned.read(attribution),
        NewKeyBudget.read(budget));
  }

  static Set<Tier> tiers(List<String> codes) {
    Set<Tier> read = new LinkedHashSet<>();
    codes.forEach(code -> read.add(Tier.parse("tiers", code)));
    return read;
  }

  static Optional<Sensitivity> sensitivity(@Nullable String code) {
    return Optional.ofNullable(code).map(text -> Sensitivity.parse("highestSensitivity", text));
  }

  static Optional<Networks> networks(@Nullable List<String> texts) {
    return Optional.ofNullable(texts).map(list -> Networks.of("sourceNetworks", list));
  }
}
