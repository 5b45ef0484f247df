package io.marketplace.model.routing;

import java.util.Optional;

/** Keeps what own pools' hours cost; called inside a unit of work. */
public interface GpuPrices {

  /** The price in force. */
  Optional<GpuPrice> inForce(PoolId pool);

  /**
   * Adds a version. Two who add the same version race: the second fails with {@code conflict} when
   * the unit of work ends.
   */
  void add(PoolId pool, GpuPrice price);
}
