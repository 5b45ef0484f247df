package io.marketplace.model.quota;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.TenantId;
import java.util.Optional;

/** Keeps limits. Within the running unit of work, of the rows it may see. */
public interface Limits {

  /** The limit of that identifier. */
  Optional<CallLimit> find(LimitId id);

  /** The owner's limit for that scope and tier. */
  Optional<CallLimit> find(LimitOwner owner, LimitScope scope, Optional<Tier> tier);

  /**
   * Keeps a new limit. Two who add the same race: the second fails with {@code conflict} when the
   * unit of work ends.
   */
  void add(CallLimit limit);

  /**
   * Keeps the limit's terms, version and author.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code conflict} unless the version
   *     before is in force
   */
  void change(CallLimit limit);

  /**
   * Ends the limit.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code conflict} unless its version
   *     is in force
   */
  void remove(CallLimit limit);

  /** What a scope stands for; empty if there is nothing of that identifier. */
  Optional<Place> place(LimitScope scope);

  /**
   * What is to be limited.
   *
   * @param tenant whose it is
   * @param live false for a revoked key or an archived application
   */
  record Place(TenantId tenant, boolean live) {}
}
