package io.marketplace.model.audit;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;

/** Reads the trail. */
public interface AuditQueries {

  /**
   * Entries of the actor's scope, newest first.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden} unless the actor is
   *     an auditor, an approver (of the own tenant) or a platform administrator
   */
  Page<AuditEvent> events(Actor actor, AuditFilter filter, PageRequest page);
}
