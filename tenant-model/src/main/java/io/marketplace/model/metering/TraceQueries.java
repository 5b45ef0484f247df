package io.marketplace.model.metering;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;

/**
 * Reads how calls were decided, refused ones too. A developer sees the calls of the own teams'
 * applications; approvers and auditors those of their scope; platform administrators all.
 */
public interface TraceQueries {

  /**
   * How one call was decided.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}, also for a call
   *     the actor may not see
   */
  TraceRow trace(Actor actor, CallId id);

  /** The newest calls. */
  Page<TraceRow> recent(Actor actor, PageRequest page);
}
