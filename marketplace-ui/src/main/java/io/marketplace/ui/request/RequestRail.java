package io.marketplace.ui.request;

import io.marketplace.model.access.DecisionKind;
import io.marketplace.model.access.DecisionView;
import io.marketplace.model.access.RequestState;
import io.marketplace.model.access.RequestView;
import io.marketplace.ui.component.Rail;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import java.time.ZoneId;

/** A request on its rail: sent, approved once or twice, granted; or where it left it. */
public final class RequestRail {

  private RequestRail() {}

  /** The rail of {@code request}, times in {@code zone}. */
  public static Rail of(RequestView request, ZoneId zone) {
    Rail rail = Rail.horizontal();
    boolean draft = request.state() == RequestState.DRAFT;
    rail.stop(
        draft ? Rail.Stop.NOW : Rail.Stop.DONE,
        draft ? "Draft" : "Sent",
        Formats.date(request.createdAt(), zone));
    long approvals = 0;
    for (DecisionView decision : request.decisions()) {
      if (decision.kind() == DecisionKind.APPROVE) {
        approvals++;
        rail.stop(
            Rail.Stop.DONE,
            "Approved",
            decision.personName() + ", " + Formats.date(decision.at(), zone));
      }
    }
    switch (request.state()) {
      case DENIED -> rail.stop(Rail.Stop.FAILED, "Denied", Formats.date(request.updatedAt(), zone));
      case WITHDRAWN ->
          rail.stop(Rail.Stop.SKIPPED, "Withdrawn", Formats.date(request.updatedAt(), zone));
      case GRANTED -> rail.stop(Rail.Stop.DONE, "Granted", "issue a key under Keys");
      case ASKED_BACK ->
          rail.stop(Rail.Stop.NOW, "Your answer", "the approver asked something")
              .stop(Rail.Stop.AHEAD, "Approval", "")
              .stop(Rail.Stop.AHEAD, "Key", "");
      case DRAFT -> rail.stop(Rail.Stop.AHEAD, "Approval", "").stop(Rail.Stop.AHEAD, "Key", "");
      case PENDING, HALF_APPROVED ->
          rail.stop(
                  Rail.Stop.NOW,
                  "Approval",
                  approvals + " of " + request.approvalsNeeded() + " given")
              .stop(Rail.Stop.AHEAD, "Key", "");
    }
    return rail;
  }

  /** Its state as symbol and word, from the asker's side. */
  public static State state(RequestView request) {
    return switch (request.state()) {
      case DRAFT -> State.waiting("Draft");
      case PENDING -> State.waiting("Waits for approval");
      case HALF_APPROVED -> State.waiting("1 of 2 approved");
      case ASKED_BACK -> State.warning("Your turn");
      case GRANTED -> State.good("Granted");
      case DENIED -> State.trouble("Denied");
      case WITHDRAWN -> State.nothing("Withdrawn");
    };
  }

  /** {@code REQ-2041}. */
  public static String number(RequestView request) {
    return "REQ-" + request.number();
  }
}
