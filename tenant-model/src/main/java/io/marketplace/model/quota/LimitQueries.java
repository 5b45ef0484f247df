package io.marketplace.model.quota;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;

/**
 * Reads limits. A mere developer sees those of the own teams, their applications and keys, and of
 * the own tenant; approvers, finance readers and auditors see their whole scope.
 */
public interface LimitQueries {

  /** Limits the actor sees: tenants' first, then teams', applications' and keys', by name. */
  Page<LimitView> limits(Actor actor, LimitFilter filter, PageRequest page);

  /** A limit; {@code not_found} if the actor sees none of that identifier. */
  LimitView limit(Actor actor, LimitId id);
}
