package io.marketplace.model.access;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.policy.Sensitivity;

/** Knows what the policy in force does to a tier. Within the running unit of work. */
public interface PolicyEffects {

  /** The effect for the tenant's calls of the tier with data of that sensitivity. */
  PolicyEffect of(TenantId tenant, Tier tier, Sensitivity sensitivity);
}
