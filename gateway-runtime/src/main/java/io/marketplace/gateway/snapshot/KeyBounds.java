package io.marketplace.gateway.snapshot;

import io.marketplace.model.kernel.Networks;
import io.marketplace.model.kernel.PersonId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.policy.Sensitivity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What narrows a key beyond its tiers, and where it comes from.
 *
 * @param parent the key it was minted from, whose budgets and limits hold for it too; null: none
 * @param aliases the only aliases it opens; null: any of its tiers
 * @param networks the only networks it may be used from; null: any
 * @param highest the most sensitive data its calls may declare; null: any
 * @param labelValues how many different values of each attribution label it may bring up in a month
 * @param identity who issued it, of a sub-key its parent; null: nobody who is known
 */
public record KeyBounds(
    @Nullable KeyId parent,
    @Nullable Set<String> aliases,
    @Nullable Networks networks,
    @Nullable Sensitivity highest,
    int labelValues,
    @Nullable PersonId identity) {

  /** Whether the alias is open, as far as these bounds go. */
  public boolean opens(String alias) {
    return aliases == null || aliases.contains(alias);
  }

  /** Whether calls may declare data of that sensitivity. */
  public boolean admits(Sensitivity sensitivity) {
    return highest == null || highest.atLeast(sensitivity);
  }
}
