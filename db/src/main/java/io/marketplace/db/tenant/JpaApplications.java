package io.marketplace.db.tenant;

import io.marketplace.db.kernel.Transactions;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.tenant.Application;
import io.marketplace.model.tenant.Applications;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Keeps applications as entities. */
@Singleton
public final class JpaApplications implements Applications {

  private final Transactions transactions;

  /** Works within {@code transactions}. */
  @Inject
  public JpaApplications(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Application> find(ApplicationId id) {
    return Optional.ofNullable(transactions.entities().find(Application.class, id.value()));
  }

  @Override
  public Optional<Application> ofTeam(TeamId team) {
    return transactions
        .entities()
        .createQuery(
            "from Application a where a.teamId = :team and a.ofTeam and a.archivedAt is null",
            Application.class)
        .setParameter("team", team.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public void add(Application application) {
    transactions.entities().persist(application);
  }
}
