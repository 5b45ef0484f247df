package io.marketplace.db.kernel;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import java.util.List;

/**
 * How far an actor sees within the rows of its scope: a developer the own teams', everybody else
 * all of them. Stands in a query as {@link #SQL}, on a table {@code u} that has a team.
 *
 * @param all whether all teams' rows are seen
 * @param teams identifiers of the teams, where not
 */
public record Reach(boolean all, List<String> teams) {

  /** The condition; takes {@link #all} and {@link #teams} as its two parameters. */
  public static final String SQL = "(?::boolean or u.team_id = any(?::uuid[]))";

  /** Copies the list. */
  public Reach {
    teams = List.copyOf(teams);
  }

  /** The reach of {@code actor}. */
  public static Reach of(Actor actor) {
    boolean all =
        actor.is(Role.PLATFORM_ADMIN)
            || actor.is(Role.TENANT_APPROVER)
            || actor.is(Role.FINOPS)
            || actor.is(Role.AUDITOR);
    return new Reach(all, actor.teams().stream().map(team -> team.toString()).toList());
  }

  /** The rows an actor's queries see; all tenants' for whoever runs the platform. */
  public static Scope scope(Actor actor) {
    return actor.is(Role.PLATFORM_ADMIN) ? Scope.PLATFORM : actor.scope();
  }
}
