package io.marketplace.model.tenant;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import java.util.Optional;

/**
 * Reads tenants, teams and applications. A mere developer sees the own teams and their
 * applications; approvers, finance readers and auditors see their whole scope.
 */
public interface TenantQueries {

  /** Tenants of the actor's scope, by name. */
  Page<TenantView> tenants(Actor actor, PageRequest page);

  /** A tenant; {@code not_found} if the actor's scope has none of that identifier. */
  TenantView tenant(Actor actor, TenantId id);

  /** Teams the actor sees, by tenant and name. */
  Page<TeamView> teams(Actor actor, PageRequest page);

  /** A team; {@code not_found} if the actor sees none of that identifier. */
  TeamView team(Actor actor, TeamId id);

  /** Applications the actor sees, by name. */
  Page<ApplicationView> applications(Actor actor, ApplicationFilter filter, PageRequest page);

  /** An application; {@code not_found} if the actor sees none of that identifier. */
  ApplicationView application(Actor actor, ApplicationId id);

  /** Where the actor starts, as {@link KeepStartPage} kept it; empty for a newcomer. */
  Optional<String> startPage(Actor actor);
}
