package io.marketplace.model.tenant;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Puts an application away: its keys answer no more, its history stays. */
@Singleton
public final class ArchiveApplication {

  private final Work work;
  private final OwnApplications own;
  private final AuditTrail audit;
  private final Clock clock;

  /** Finds the application in {@code own}. */
  @Inject
  public ArchiveApplication(Work work, OwnApplications own, AuditTrail audit, Clock clock) {
    this.work = work;
    this.own = own;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Archives it; an archived application stays as it is.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}, {@code forbidden}
   */
  public void archive(Actor actor, ApplicationId id) {
    work.in(
        actor.scope(),
        () -> {
          Application application = own.require(actor, id);
          if (!application.isArchived()) {
            Facts before = application.facts();
            application.archive(clock.instant());
            audit.record(
                new AuditEntry(
                    Optional.of(application.tenant()),
                    Author.of(actor),
                    "application.archived",
                    "application",
                    id.toString(),
                    before,
                    application.facts()));
          }
          return application;
        });
  }
}
