package io.marketplace.ui.approvals;

import io.marketplace.model.access.DecisionKind;
import io.marketplace.model.access.DecisionView;
import io.marketplace.model.access.RequestState;
import io.marketplace.model.access.RequestView;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.ui.component.State;
import java.util.Locale;
import java.util.Optional;

/** Says of a request where it stands and why somebody cannot decide it. */
final class RequestWords {

  private RequestWords() {}

  /** {@code REQ-2041}. */
  static String number(RequestView request) {
    return "REQ-" + request.number();
  }

  /** How many have approved it so far. */
  static long approvals(RequestView request) {
    return request.decisions().stream().filter(one -> one.kind() == DecisionKind.APPROVE).count();
  }

  /** Where it stands, seen by {@code actor}. */
  static State state(RequestView request, Actor actor) {
    return switch (request.state()) {
      case DRAFT -> State.nothing("Draft");
      case PENDING, HALF_APPROVED ->
          request.requestedBy().equals(actor.person())
              ? State.waiting("Yours: another must decide")
              : State.waiting(
                  approvals(request) + " of " + request.approvalsNeeded() + " approved");
      case ASKED_BACK -> State.waiting("Waits for an answer");
      case GRANTED -> State.good("Granted");
      case DENIED -> State.trouble("Denied");
      case WITHDRAWN -> State.nothing("Withdrawn");
    };
  }

  /** Why {@code actor} can neither approve nor deny it; empty if it can do one of them. */
  static Optional<String> obstacle(RequestView request, Actor actor) {
    if (!request.state().isOpen()) {
      return Optional.of("It is " + request.state().code() + "; nothing is left to decide.");
    }
    if (!actor.is(Role.TENANT_APPROVER) && !actor.is(Role.PLATFORM_ADMIN)) {
      return Optional.of("Approvers of the tenant decide it.");
    }
    if (request.requestedBy().equals(actor.person())) {
      return Optional.of("You asked for it yourself. Another approver must decide.");
    }
    return Optional.empty();
  }

  /** Why {@code actor} cannot approve what it could deny; empty if it can approve. */
  static Optional<String> approvalObstacle(RequestView request, Actor actor) {
    if (request.mayApprove(actor)) {
      return Optional.empty();
    }
    return Optional.of(
        request.state() == RequestState.ASKED_BACK
            ? "It waits for the answer of those who asked."
            : "You gave the first approval. A second person must give the other.");
  }

  /** What somebody did, as a verb. */
  static String verb(DecisionView decision) {
    return switch (decision.kind()) {
      case APPROVE -> "approved";
      case DENY -> "denied";
      case ASK_BACK -> "asked back";
      case REPLY -> "answered";
      case WITHDRAW -> "withdrew it";
    };
  }

  /** {@code Confidential}. */
  static String capital(String code) {
    return code.isEmpty()
        ? code
        : code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
  }
}
