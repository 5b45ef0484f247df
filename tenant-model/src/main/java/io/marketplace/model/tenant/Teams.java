package io.marketplace.model.tenant;

import io.marketplace.model.kernel.PersonId;
import io.marketplace.model.kernel.TeamId;
import java.util.Optional;
import java.util.Set;

/** Keeps teams and who is of them. Within the running unit of work, of the rows it may see. */
public interface Teams {

  /** The team of that identifier. */
  Optional<Team> find(TeamId id);

  /**
   * The team of {@code team}'s tenant and short name, or {@code team} itself where there is none.
   * Safe against another doing the same at the same moment.
   *
   * @return the team and whether this call made it
   */
  Made findOrAdd(Team team);

  /** Keeps a new team. */
  void add(Team team);

  /** The teams somebody belongs to. */
  Set<TeamId> of(PersonId person);

  /** Makes somebody a member; nothing happens if they are one. */
  void join(PersonId person, Team team);

  /** Ends a membership; nothing happens if there is none. */
  void leave(PersonId person, TeamId team);

  /**
   * A team that was asked for.
   *
   * @param team the team
   * @param created whether it is new
   */
  record Made(Team team, boolean created) {}
}
