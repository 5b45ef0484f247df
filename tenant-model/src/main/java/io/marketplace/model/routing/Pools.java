package io.marketplace.model.routing;

import java.util.List;
import java.util.Optional;

/** Keeps pools, their models and prices; called inside a unit of work. */
public interface Pools {

  /** The pool of that identifier, archived or not. */
  Optional<Pool> find(PoolId id);

  /** The pool of that name, whatever its case, archived or not. */
  Optional<Pool> named(String name);

  /** Adds a pool with its models and the first version of their prices. */
  void add(PoolId id, PoolForm form, String by);

  /**
   * Changes a pool of this version; adds or changes the models named, and a version of a price that
   * differs from the one in force.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code conflict} if it has another
   *     version
   */
  void change(PoolId id, PoolForm form, int version, String by);

  /**
   * Archives a pool of this version.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code conflict} if it has another
   */
  void archive(PoolId id, int version);

  /**
   * Takes a model out of a pool of this version; its prices and its usage stay. Named again, it
   * serves again.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code conflict} if the pool has
   *     another version
   */
  void withdraw(PoolId id, String model, int version);

  /** The provider's pools that are in service, by name. */
  List<Pool> of(ProviderId provider);

  /** Adds the next version of a price. */
  Price addPrice(PoolId id, String model, PriceForm price, String by);

  /** The aliases whose route in force names the pool, of all tenants the unit of work sees. */
  List<String> aliasesRoutedTo(PoolId id);

  /** The same for one model of the pool. */
  List<String> aliasesRoutedTo(PoolId id, String model);
}
