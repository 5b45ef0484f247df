package io.marketplace.model.tenant;

import io.marketplace.model.kernel.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps tenants. Within the running unit of work, of the rows it may see. */
public interface Tenants {

  /** The tenant of that identifier. */
  Optional<Tenant> find(TenantId id);

  /** The tenants of these short names; unknown ones are missing. */
  List<Tenant> withSlugs(Collection<String> slugs);

  /** Keeps a new tenant. */
  void add(Tenant tenant);
}
