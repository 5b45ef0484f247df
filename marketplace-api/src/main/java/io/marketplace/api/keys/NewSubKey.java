package io.marketplace.api.keys;

import io.marketplace.model.kernel.Input;
import io.marketplace.model.keys.PinnedAttribution;
import io.marketplace.model.keys.SubKeyWish;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sub-key to mint; what is absent is as the parent's.
 *
 * @param name what to show
 * @param agent the agent it is for; an agent or a customer must be named
 * @param customer the customer it is for
 * @param tiers some of the parent's
 * @param aliases some of the parent's
 * @param providers some of the parent's
 * @param jurisdictions some of the parent's
 * @param highestSensitivity at most the parent's
 * @param sourceNetworks networks within the parent's
 * @param labelValuesMax at most the parent's
 * @param expiresAt no later than the parent's
 * @param budget what it may spend in a period; absent: what its parent's and other budgets allow
 */
public record NewSubKey(
    String name,
    @Nullable String agent,
    @Nullable String customer,
    @Nullable List<String> tiers,
    @Nullable List<String> aliases,
    @Nullable List<String> providers,
    @Nullable List<String> jurisdictions,
    @Nullable String highestSensitivity,
    @Nullable List<String> sourceNetworks,
    @Nullable Integer labelValuesMax,
    @Nullable Instant expiresAt,
    @Nullable NewKeyBudget budget) {

  SubKeyWish wish() {
    return new SubKeyWish(
        Input.line("name", name, 80),
        Optional.ofNullable(tiers).map(NewKey::tiers),
        Optional.ofNullable(aliases),
        Optional.ofNullable(providers),
        Optional.ofNullable(jurisdictions),
        NewKey.sensitivity(highestSensitivity),
        NewKey.networks(sourceNetworks),
        Optional.ofNullable(labelValuesMax),
        Optional.ofNullable(expiresAt),
        new PinnedAttribution(
            Optional.ofNullable(agent),
            Optional.empty(),
            Optional.ofNullable(customer),
            Optional.empty()),
        NewKeyBudget.read(budget));
  }
}
