package io.marketplace.model.access;

import io.marketplace.model.policy.Sensitivity;
import java.util.List;

/**
 * Where data of a sensitivity may go, by the policy in force.
 *
 * @param sensitivity the sensitivity
 * @param jurisdictions the jurisdictions that are allowed
 * @param providers the providers that serve the tier, each with whether it is lawful
 */
public record PolicyEffect(
    Sensitivity sensitivity, List<String> jurisdictions, List<ProviderEffect> providers) {

  /** Copies the lists. */
  public PolicyEffect {
    jurisdictions = List.copyOf(jurisdictions);
    providers = List.copyOf(providers);
  }

  /** Whether any provider remains. */
  public boolean servable() {
    return providers.stream().anyMatch(ProviderEffect::lawful);
  }

  /**
   * A provider under the policy.
   *
   * @param name its name
   * @param jurisdiction its jurisdiction
   * @param lawful whether data of this sensitivity may be sent there
   * @param why the rule that decides, in words
   */
  public record ProviderEffect(String name, String jurisdiction, boolean lawful, String why) {}
}
