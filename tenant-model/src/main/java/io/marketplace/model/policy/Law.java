package io.marketplace.model.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What holds for the calls of a tenant: the platform's policy and, if there is one, the tenant's
 * own. A hop is lawful only if both allow it, so that a tenant can narrow what the platform allows
 * and never widen it, also after the platform's policy changed. Immutable and thread-safe.
 */
public final class Law {

  private final Policy platform;
  private final Optional<Policy> own;

  private Law(Policy platform, Optional<Policy> own) {
    this.platform = platform;
    this.own = own;
  }

  /** The platform's policy alone; version 0 and no rule while nobody has written one. */
  public static Law platform(int version, PolicyDocument document) {
    return new Law(
        new Policy("platform policy " + version, document.flat(List.of())), Optional.empty());
  }

  /** The law of these versions; without the platform's nothing is lawful. */
  public static Law of(Optional<PolicyVersion> platform, Optional<PolicyVersion> own) {
    Law base =
        platform
            .map(version -> platform(version.version(), version.document()))
            .orElseGet(() -> platform(0, PolicyDocument.NOTHING));
    return own.map(version -> base.narrowedBy(version.version(), version.document())).orElse(base);
  }

  /** This, and a tenant's own policy besides. */
  public Law narrowedBy(int version, PolicyDocument document) {
    return new Law(
        platform,
        Optional.of(new Policy("tenant policy " + version, document.flat(platform.rules()))));
  }

  /** Whether data of {@code sensitivity} may go to such a provider, and by which rules. */
  public Verdict decide(Sensitivity sensitivity, ProviderTraits traits) {
    List<PolicyDecision> decisions = new ArrayList<>(2);
    decisions.add(platform.decide(sensitivity, traits));
    own.ifPresent(policy -> decisions.add(policy.decide(sensitivity, traits)));
    return Verdict.of(decisions);
  }

  /** Whether some provider could be lawful for such data. */
  public boolean servable(Sensitivity sensitivity) {
    return platform.servable(sensitivity)
        && own.map(policy -> policy.servable(sensitivity)).orElse(true);
  }

  /** Whether some provider of {@code jurisdiction} could be lawful for such data. */
  public boolean everAllows(Sensitivity sensitivity, String jurisdiction) {
    return platform.everAllows(sensitivity, jurisdiction)
        && own.map(policy -> policy.everAllows(sensitivity, jurisdiction)).orElse(true);
  }

  /** The policies' names and versions, such as {@code platform policy 3, tenant policy 1}. */
  public String label() {
    return platform.label() + own.map(policy -> ", " + policy.label()).orElse("");
  }

  /** The platform's policy. */
  public Policy platform() {
    return platform;
  }
}
