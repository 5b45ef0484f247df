package io.marketplace.model.metering;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TenantId;

/**
 * Reads how long calls stay. Everybody reads it of the own tenant, who sees across tenants of all.
 */
public interface RetentionQueries {

  /** Tenants by name. */
  Page<RetentionView> retentions(Actor actor, PageRequest page);

  /**
   * One tenant's.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}, also for a tenant
   *     the actor may not see
   */
  RetentionView retention(Actor actor, TenantId tenant);

  /**
   * What would go; changes nothing.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden} for who may not set
   *     it, or {@code not_found}
   */
  RetentionPreview preview(Actor actor, TenantId tenant, RetentionDays days);
}
