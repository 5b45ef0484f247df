package io.marketplace.model.access;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.PersonId;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request, as readers see it.
 *
 * @param id the identifier
 * @param number the number people call it by
 * @param application the application
 * @param applicationName its name
 * @param team the application's team
 * @param teamName its name
 * @param tenant the tenant
 * @param tenantName its name
 * @param terms what is asked for, with the changes made on the way
 * @param state where it stands
 * @param approvalsNeeded 1 or 2; final once the first approval is given
 * @param requestedBy who asked
 * @param requestedByName the name
 * @param grant the grant that came of it
 * @param createdAt when it was begun
 * @param updatedAt when it moved last
 * @param decisions its history, oldest first
 */
public record RequestView(
    RequestId id,
    long number,
    ApplicationId application,
    String applicationName,
    TeamId team,
    String teamName,
    TenantId tenant,
    String tenantName,
    RequestTerms terms,
    RequestState state,
    int approvalsNeeded,
    PersonId requestedBy,
    String requestedByName,
    Optional<GrantId> grant,
    Instant createdAt,
    Instant updatedAt,
    List<DecisionView> decisions) {

  /** Copies the history. */
  public RequestView {
    decisions = List.copyOf(decisions);
  }

  /** Whether {@code actor} may approve it now. */
  public boolean mayApprove(Actor actor) {
    boolean waits = state == RequestState.PENDING || state == RequestState.HALF_APPROVED;
    return waits
        && mayDecide(actor)
        && decisions.stream()
            .noneMatch(
                one -> one.kind() == DecisionKind.APPROVE && one.person().equals(actor.person()));
  }

  /** Whether {@code actor} may withdraw it now. */
  public boolean mayWithdraw(Actor actor) {
    return (state.isOpen() || state == RequestState.DRAFT)
        && (requestedBy.equals(actor.person()) || (actor.is(Role.DEVELOPER) && actor.isOf(team)));
  }

  private boolean mayDecide(Actor actor) {
    return (actor.is(Role.TENANT_APPROVER) || actor.is(Role.PLATFORM_ADMIN))
        && !requestedBy.equals(actor.person())
        && decisions.stream()
            .noneMatch(
                one -> one.kind() == DecisionKind.REPLY && one.person().equals(actor.person()));
  }
}
