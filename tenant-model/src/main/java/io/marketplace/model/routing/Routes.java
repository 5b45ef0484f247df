package io.marketplace.model.routing;

import io.marketplace.model.kernel.TenantId;
import java.util.Optional;

/** Keeps the versions of routes; called inside a unit of work. */
public interface Routes {

  /**
   * The highest version of that owner's route, also where it says that the route is removed; an
   * empty owner is the platform.
   */
  Optional<Route> newest(Optional<TenantId> owner, Alias alias);

  /**
   * Adds a version. Two who add the same version race: the second fails with {@code conflict} when
   * the unit of work ends.
   */
  void add(Route route);
}
