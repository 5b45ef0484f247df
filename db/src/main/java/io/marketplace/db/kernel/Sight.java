package io.marketplace.db.kernel;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TeamId;
import java.util.UUID;

/**
 * What of its scope an actor sees, as two parameters of SQL: {@code (? or team_id = any(?))}.
 *
 * @param whole whether it sees all
 * @param teams the own teams
 */
@SuppressWarnings("ArrayRecordComponent") // a parameter on its way to the driver, never compared
public record Sight(boolean whole, UUID[] teams) {

  /** The sight of {@code actor}. */
  public static Sight of(Actor actor) {
    return new Sight(
        actor.readsWholeScope(), actor.teams().stream().map(TeamId::value).toArray(UUID[]::new));
  }

  /** The sight of what {@code actor} may act for: readers see more than that. */
  public static Sight ofActing(Actor actor) {
    boolean all = actor.is(Role.PLATFORM_ADMIN) || actor.is(Role.TENANT_APPROVER);
    boolean developer = actor.is(Role.DEVELOPER);
    return new Sight(
        all,
        developer ? actor.teams().stream().map(TeamId::value).toArray(UUID[]::new) : new UUID[0]);
  }
}
