package io.marketplace.api.access;

import io.marketplace.api.json.Named;
import io.marketplace.model.access.DecisionView;
import io.marketplace.model.access.RequestView;
import io.marketplace.model.kernel.NanoUsd;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request for access with its history, oldest step first.
 *
 * @param number the number people call it by
 * @param approvalsNeeded 1 or 2; final once the first approval is given
 */
public record RequestBody(
    String id,
    long number,
    String state,
    Named application,
    Named team,
    Named tenant,
    String tier,
    String purpose,
    String sensitivity,
    Optional<Long> expectedRequestsPerMonth,
    NanoUsd budgetUsd,
    Optional<Instant> until,
    int approvalsNeeded,
    Named requestedBy,
    Optional<String> grantId,
    Instant createdAt,
    Instant updatedAt,
    List<StepBody> decisions) {

  /** One step of the history. */
  public record StepBody(
      Named person, String kind, String reason, Map<String, String> changes, Instant at) {

    static StepBody of(DecisionView step) {
      return new StepBody(
          Named.of(step.person(), step.personName()),
          step.kind().code(),
          step.reason(),
          step.changes().values(),
          step.at());
    }
  }

  static RequestBody of(RequestView view) {
    return new RequestBody(
        view.id().toString(),
        view.number(),
        view.state().code(),
        Named.of(view.application(), view.applicationName()),
        Named.of(view.team(), view.teamName()),
        Named.of(view.tenant(), view.tenantName()),
        view.terms().tier().code(),
        view.terms().purpose(),
        view.terms().sensitivity().code(),
        view.terms().expectedRequestsPerMonth(),
        view.terms().budget(),
        view.terms().until(),
        view.approvalsNeeded(),
        Named.of(view.requestedBy(), view.requestedByName()),
        view.grant().map(Object::toString),
        view.createdAt(),
        view.updatedAt(),
        view.decisions().stream().map(StepBody::of).toList());
  }
}
