package io.marketplace.model.audit;

import io.marketplace.model.kernel.TenantId;
import java.util.List;
import java.util.Optional;

/** Reads the trail in the order of its chains. Within the running unit of work. */
public interface AuditChains {

  /** The ends of all chains in sight, the platform's first, then by the tenants' identifiers. */
  List<ChainHead> heads();

  /**
   * Entries of one chain in its order.
   *
   * @param tenant whose chain; empty for the platform's
   * @param after only entries after this place
   * @param limit how many at the most
   */
  List<ChainedEvent> entries(Optional<TenantId> tenant, AuditFilter filter, long after, int limit);
}
