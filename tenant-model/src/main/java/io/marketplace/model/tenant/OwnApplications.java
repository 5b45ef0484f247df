package io.marketplace.model.tenant;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Who may act for an application: a developer of its team, an approver of its tenant, a platform
 * administrator. For use cases, inside their unit of work.
 */
@Singleton
public final class OwnApplications {

  private final Applications applications;

  /** Finds applications in {@code applications}. */
  @Inject
  public OwnApplications(Applications applications) {
    this.applications = applications;
  }

  /**
   * The application, if the actor may act for it.
   *
   * @throws MarketplaceException {@code not_found} if the actor may not even see it, {@code
   *     forbidden} if it may only read
   */
  public Application require(Actor actor, ApplicationId id) {
    Application application = applications.find(id).orElseThrow(OwnApplications::notFound);
    requireTeam(actor, application.team());
    return application;
  }

  /**
   * Refuses an actor who may not act for {@code team}.
   *
   * @throws MarketplaceException {@code not_found} or {@code forbidden} as {@link #require}
   */
  public static void requireTeam(Actor actor, TeamId team) {
    if (actor.is(Role.PLATFORM_ADMIN) || actor.is(Role.TENANT_APPROVER)) {
      return;
    }
    if (!actor.isOf(team) && !actor.readsWholeScope()) {
      throw notFound();
    }
    if (!actor.isOf(team)) {
      throw new MarketplaceException(
          ProblemCode.FORBIDDEN, "Only the application's team may do this.");
    }
    actor.require(Role.DEVELOPER);
  }

  private static MarketplaceException notFound() {
    return new MarketplaceException(ProblemCode.NOT_FOUND, "Nothing here has this identifier.");
  }
}
