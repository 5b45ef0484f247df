package io.marketplace.model.policy;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TenantId;
import java.util.Optional;

/** Reads policies. */
public interface PolicyQueries {

  /** The platform's policy in force. */
  PolicyVersion platform(Actor actor);

  /**
   * A tenant's own policy in force; empty if it has none. Calls are decided by it and the
   * platform's together.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found} for a tenant the
   *     actor may not see
   */
  Optional<PolicyVersion> ofTenant(Actor actor, TenantId tenant);

  /** All versions the actor may see, of the platform and of tenants, newest first. */
  Page<PolicyVersion> versions(Actor actor, PageRequest page);
}
