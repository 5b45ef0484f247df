package io.marketplace.model.tenant;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TeamId;
import java.util.Optional;

/** Keeps applications. Within the running unit of work, of the rows it may see. */
public interface Applications {

  /** The application of that identifier. */
  Optional<Application> find(ApplicationId id);

  /** The live application that stands for the whole team, if there is one. */
  Optional<Application> ofTeam(TeamId team);

  /** Keeps a new application. */
  void add(Application application);
}
