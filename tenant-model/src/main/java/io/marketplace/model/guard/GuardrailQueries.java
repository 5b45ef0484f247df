package io.marketplace.model.guard;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TenantId;
import java.util.Optional;

/**
 * Reads guardrails. What a deny list names may itself be confidential: platform administrators,
 * approvers and auditors read it, others are refused with {@code forbidden}.
 */
public interface GuardrailQueries {

  /** The platform's guardrails in force; empty if nobody has written any. */
  Optional<GuardrailVersion> platform(Actor actor);

  /**
   * A tenant's own guardrails in force; empty if it has none.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found} for a tenant the
   *     actor may not see
   */
  Optional<GuardrailVersion> ofTenant(Actor actor, TenantId tenant);

  /** All versions the actor may see, of the platform and of tenants, newest first. */
  Page<GuardrailVersion> versions(Actor actor, PageRequest page);
}
