package io.marketplace.model.tenant;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Finds the application that stands for a whole team, and makes it the first time: keys of the team
 * belong to it, and so do their grants, budgets and usage.
 */
@Singleton
public final class WholeTeam {

  private final Work work;
  private final Teams teams;
  private final Applications applications;
  private final AuditTrail audit;

  /** Keeps it in {@code applications}. */
  @Inject
  public WholeTeam(Work work, Teams teams, Applications applications, AuditTrail audit) {
    this.work = work;
    this.teams = teams;
    this.applications = applications;
    this.audit = audit;
  }

  /**
   * The application.
   *
   * @throws MarketplaceException {@code not_found} or {@code forbidden} for a team the actor may
   *     not act for; {@code conflict} if another application bears its name
   */
  public ApplicationId application(Actor actor, TeamId id) {
    return work.in(
        actor.scope(),
        () -> {
          Team team =
              teams
                  .find(id)
                  .orElseThrow(
                      () ->
                          new MarketplaceException(
                              ProblemCode.NOT_FOUND, "There is no team of this identifier."));
          OwnApplications.requireTeam(actor, team.id());
          return applications.ofTeam(id).map(Application::id).orElseGet(() -> make(actor, team));
        });
  }

  private ApplicationId make(Actor actor, Team team) {
    Application whole = Application.of(team, actor.subject());
    applications.add(whole);
    audit.record(
        new AuditEntry(
            Optional.of(team.tenant()),
            Author.of(actor),
            "application.created",
            "application",
            whole.id().toString(),
            Facts.NONE,
            whole.facts()));
    return whole.id();
  }
}
