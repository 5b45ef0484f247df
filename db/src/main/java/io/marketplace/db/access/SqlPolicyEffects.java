package io.marketplace.db.access;

import io.marketplace.model.access.PolicyEffect;
import io.marketplace.model.access.PolicyEffect.ProviderEffect;
import io.marketplace.model.access.PolicyEffects;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.policy.Law;
import io.marketplace.model.policy.Policies;
import io.marketplace.model.policy.PolicyCondition;
import io.marketplace.model.policy.PolicyHop;
import io.marketplace.model.policy.PolicyProviders;
import io.marketplace.model.policy.PolicyRule;
import io.marketplace.model.policy.ProviderAttribute;
import io.marketplace.model.policy.ProviderTraits;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.policy.Verdict;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts the policy in force beside the providers of the route in force. */
@Singleton
public final class SqlPolicyEffects implements PolicyEffects {

  private final Policies policies;
  private final PolicyProviders known;

  /** Decides by {@code policies}. */
  @Inject
  public SqlPolicyEffects(Policies policies, PolicyProviders known) {
    this.policies = policies;
    this.known = known;
  }

  @Override
  public PolicyEffect of(TenantId tenant, Tier tier, Sensitivity sensitivity) {
    Law law = Law.of(policies.inForce(Optional.empty()), policies.inForce(Optional.of(tenant)));
    List<ProviderEffect> providers =
        known.hops(Optional.of(tenant), tier.code()).stream()
            .map(PolicyHop::provider)
            .distinct()
            .map(provider -> effect(provider, law.decide(sensitivity, provider)))
            .toList();
    return new PolicyEffect(
        sensitivity,
        jurisdictions(law).stream().filter(one -> law.everAllows(sensitivity, one)).toList(),
        providers);
  }

  private static ProviderEffect effect(ProviderTraits provider, Verdict verdict) {
    return new ProviderEffect(
        provider.name(), provider.jurisdiction(), verdict.lawful(), verdict.why());
  }

  /** Every jurisdiction that the platform's rules or a provider name. */
  private Set<String> jurisdictions(Law law) {
    Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (PolicyRule rule : law.platform().rules()) {
      rule.conditions().stream()
          .filter(condition -> condition.attribute() == ProviderAttribute.JURISDICTION)
          .map(PolicyCondition::values)
          .forEach(named::addAll);
    }
    known.all().forEach(provider -> named.add(provider.jurisdiction()));
    return named;
  }
}
