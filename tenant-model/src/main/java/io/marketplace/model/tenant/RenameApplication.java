package io.marketplace.model.tenant;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes an application's name and description. */
@Singleton
public final class RenameApplication {

  private final Work work;
  private final OwnApplications own;
  private final AuditTrail audit;

  /** Finds the application in {@code own}. */
  @Inject
  public RenameApplication(Work work, OwnApplications own, AuditTrail audit) {
    this.work = work;
    this.own = own;
    this.audit = audit;
  }

  /**
   * Renames it.
   *
   * @param name 1 to 80 characters
   * @param description up to 2,000 characters, may be null
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}, {@code forbidden},
   *     {@code conflict} for a taken name or an archived application
   */
  public void rename(Actor actor, ApplicationId id, String name, @Nullable String description) {
    String goodName = Input.line("name", name, 80);
    String goodDescription = Input.text("description", description, 2000);
    work.in(
        actor.scope(),
        () -> {
          Application application = own.require(actor, id);
          application.requireLive();
          Facts before = application.facts();
          application.rename(goodName, goodDescription);
          audit.record(
              new AuditEntry(
                  Optional.of(application.tenant()),
                  Author.of(actor),
                  "application.renamed",
                  "application",
                  id.toString(),
                  before,
                  application.facts()));
          return application;
        });
  }
}
