package io.marketplace.ui.shell;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.TenantId;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Who looks at the portal, and how times are written for them.
 *
 * @param actor whose rights apply; handed to every use case that changes something
 * @param looksAt the tenant that somebody above the tenants has chosen to look at; empty for all of
 *     them, and for a tenant's own people
 * @param place the team and tenant, or the roles of somebody of the platform, to show under the
 *     name
 * @param sight whose things the reader sees: the place, or of somebody above the tenants all
 *     tenants or the one that was chosen
 * @param zone the browser's time zone, or UTC where it did not say
 */
public record Reader(
    Actor actor, Optional<TenantId> looksAt, String place, String sight, ZoneId zone) {

  /** Whose sight applies to what belongs to tenants; handed to the queries of such pages. */
  public Actor viewer() {
    return looksAt.map(actor::lookingAt).orElse(actor);
  }

  Reader lookingAt(Optional<TenantId> tenant, String name) {
    return new Reader(actor, tenant, place, name, zone);
  }
}
