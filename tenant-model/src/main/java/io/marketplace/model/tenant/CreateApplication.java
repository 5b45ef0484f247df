package io.marketplace.model.tenant;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Registers an application of a team. */
@Singleton
public final class CreateApplication {

  private final Work work;
  private final Teams teams;
  private final Applications applications;
  private final AuditTrail audit;

  /** Keeps them in {@code applications}. */
  @Inject
  public CreateApplication(Work work, Teams teams, Applications applications, AuditTrail audit) {
    this.work = work;
    this.teams = teams;
    this.applications = applications;
    this.audit = audit;
  }

  /**
   * Registers it.
   *
   * @param name 1 to 80 characters, not that of another live application of the team
   * @param description up to 2,000 characters, may be null
   * @throws MarketplaceException {@code not_found} for another's team, {@code conflict} for a taken
   *     name
   */
  public ApplicationId create(
      Actor actor, TeamId teamId, String name, @Nullable String description) {
    String goodName = Input.line("name", name, 80);
    String goodDescription = Input.text("description", description, 2000);
    return work.in(
        actor.scope(),
        () -> {
          Team team =
              teams
                  .find(teamId)
                  .orElseThrow(
                      () ->
                          new MarketplaceException(
                              ProblemCode.NOT_FOUND, "There is no team of this identifier."));
          OwnApplications.requireTeam(actor, team.id());
          Application application =
              new Application(team, goodName, goodDescription, actor.subject());
          applications.add(application);
          audit.record(
              new AuditEntry(
                  Optional.of(team.tenant()),
                  Author.of(actor),
                  "application.created",
                  "application",
                  application.id().toString(),
                  Facts.NONE,
                  application.facts()));
          return application.id();
        });
  }
}
