package io.marketplace.api.keys;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.keys.KeyWish;
import io.marketplace.model.keys.PinnedAttribution;
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
 * @param providers allow-list of provider names; absent: all
 * @param jurisdictions allow-list; absent: all
 * @param expiresAt when it ends; absent: with its grants
 * @param attribution what its calls are booked under, whatever their headers say
 */
public record NewKey(
    String name,
    List<String> tiers,
    @Nullable List<String> providers,
    @Nullable List<String> jurisdictions,
    @Nullable Instant expiresAt,
    @Nullable Pinned attribution) {

  /** What calls are booked under. */
  public record Pinned(
      Optional<String> agent,
      Optional<String> workflow,
      Optional<String> customer,
      Optional<String> useCase) {

    static Pinned of(PinnedAttribution pinned) {
      return new Pinned(pinned.agent(), pinned.workflow(), pinned.customer(), pinned.useCase());
    }
  }

  KeyWish wish() {
    Set<Tier> read = new LinkedHashSet<>();
    tiers.forEach(code -> read.add(Tier.parse("tiers", code)));
    return new KeyWish(
        name,
        read,
        Optional.ofNullable(providers),
        Optional.ofNullable(jurisdictions),
        Optional.ofNullable(expiresAt),
        attribution == null
            ? PinnedAttribution.NONE
            : new PinnedAttribution(
                attribution.agent(),
                attribution.workflow(),
                attribution.customer(),
                attribution.useCase()));
  }
}
