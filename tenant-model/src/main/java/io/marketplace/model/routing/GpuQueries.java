package io.marketplace.model.routing;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import java.time.Instant;
import java.util.List;

/**
 * Reads what own pools' hours cost. Platform administrators and finance readers may; others are
 * refused with {@code forbidden}.
 */
public interface GpuQueries {

  /** Every version of the price, newest first. */
  Page<GpuPrice> versions(Actor actor, PoolId pool, PageRequest page);

  /**
   * The hours from {@code from} to {@code to} in which the pool had a price, newest first.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} unless
   *     they are in order and at most 31 days apart
   */
  List<PoolHour> hours(Actor actor, PoolId pool, Instant from, Instant to);
}
