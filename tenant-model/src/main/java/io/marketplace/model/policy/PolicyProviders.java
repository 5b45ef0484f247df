package io.marketplace.model.policy;

import io.marketplace.model.kernel.TenantId;
import java.util.List;
import java.util.Optional;

/** Knows the providers as policies see them. Within the running unit of work. */
public interface PolicyProviders {

  /** All providers, archived ones too, by name. */
  List<ProviderTraits> all();

  /**
   * The hops of the route in force: its candidates, then its fallbacks; empty for an alias that
   * nobody routed.
   *
   * @param tenant whose route; empty: the platform's
   * @param alias the alias
   */
  List<PolicyHop> hops(Optional<TenantId> tenant, String alias);
}
