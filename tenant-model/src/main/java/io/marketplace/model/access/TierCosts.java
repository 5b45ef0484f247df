package io.marketplace.model.access;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.TenantId;
import java.util.Optional;

/** Knows what tiers cost a tenant. Within the running unit of work. */
public interface TierCosts {

  /** The tier's cost by the tenant's route or the platform's; empty if nothing serves it. */
  Optional<TierCost> of(TenantId tenant, Tier tier);
}
