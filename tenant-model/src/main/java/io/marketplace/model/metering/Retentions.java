package io.marketplace.model.metering;

import io.marketplace.model.kernel.TenantId;
import java.util.Optional;

/** Keeps how long calls stay. Within the running unit of work, of the rows it may see. */
public interface Retentions {

  /** The tenant's; empty if nobody has ever set it. */
  Optional<Retention> find(TenantId tenant);

  /** Keeps the first of a tenant. */
  void add(Retention retention);

  /**
   * Keeps a changed one.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code conflict} unless the version
   *     before it is in force
   */
  void change(Retention retention);
}
