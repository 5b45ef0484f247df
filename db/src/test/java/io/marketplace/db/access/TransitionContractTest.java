package io.marketplace.db.access;

import static io.marketplace.db.Enterprise.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.access.AccessQueries;
import io.marketplace.model.access.ApproveAccess;
import io.marketplace.model.access.AskBack;
import io.marketplace.model.access.DenyAccess;
import io.marketplace.model.access.DraftRequest;
import io.marketplace.model.access.ReplyToAskBack;
import io.marketplace.model.access.RequestAccess;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.access.RequestOutcome;
import io.marketplace.model.access.RequestState;
import io.marketplace.model.access.RequestTerms;
import io.marketplace.model.access.SaveDraft;
import io.marketplace.model.access.SubmitDraft;
import io.marketplace.model.access.TermChanges;
import io.marketplace.model.access.WithdrawRequest;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every step from every state: the table of transitions, and walks along it at random. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TransitionContractTest {

  private static final int WALKS = 25;
  private static final int STEPS = 12;

  private Enterprise e;
  private int count;

  /** A step and where it leads from each state that allows it; two approvals are needed. */
  private enum Step {
    SAVE(Map.of(RequestState.DRAFT, RequestState.DRAFT)),
    SUBMIT(Map.of(RequestState.DRAFT, RequestState.PENDING)),
    APPROVE(
        Map.of(
            RequestState.PENDING, RequestState.HALF_APPROVED,
            RequestState.HALF_APPROVED, RequestState.GRANTED)),
    DENY(
        Map.of(
            RequestState.PENDING, RequestState.DENIED,
            RequestState.ASKED_BACK, RequestState.DENIED,
            RequestState.HALF_APPROVED, RequestState.DENIED)),
    ASK_BACK(Map.of(RequestState.PENDING, RequestState.ASKED_BACK)),
    REPLY(Map.of(RequestState.ASKED_BACK, RequestState.PENDING)),
    WITHDRAW(
        Map.of(
            RequestState.DRAFT, RequestState.WITHDRAWN,
            RequestState.PENDING, RequestState.WITHDRAWN,
            RequestState.ASKED_BACK, RequestState.WITHDRAWN,
            RequestState.HALF_APPROVED, RequestState.WITHDRAWN));

    @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
    private final Map<RequestState, RequestState> leads;

    Step(Map<RequestState, RequestState> leads) {
      this.leads = leads;
    }
  }

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  private RequestOutcome take(Step step, RequestId id, RequestState from) {
    return switch (step) {
      case SAVE -> e.get(SaveDraft.class).save(e.developer, id, restricted());
      case SUBMIT -> e.get(SubmitDraft.class).submit(e.developer, id);
      case APPROVE ->
          e.get(ApproveAccess.class)
              .approve(
                  from == RequestState.HALF_APPROVED ? e.secondApprover : e.approver,
                  id,
                  null,
                  TermChanges.NONE);
      case DENY -> e.get(DenyAccess.class).deny(e.approver, id, "no");
      case ASK_BACK -> e.get(AskBack.class).ask(e.approver, id, "why?");
      case REPLY -> e.get(ReplyToAskBack.class).reply(e.developer, id, "because", TermChanges.NONE);
      case WITHDRAW -> e.get(WithdrawRequest.class).withdraw(e.developer, id, null);
    };
  }

  private static RequestTerms restricted() {
    return terms(Tier.UTILITY, Sensitivity.RESTRICTED, "5");
  }

  /** A fresh request in that state. */
  private RequestId in(RequestState state) {
    ApplicationId application = e.application("walk " + ++count);
    if (state == RequestState.DRAFT) {
      return e.get(DraftRequest.class).draft(e.developer, application, restricted()).id();
    }
    RequestId id = e.get(RequestAccess.class).request(e.developer, application, restricted()).id();
    Map<RequestState, Consumer<RequestId>> ways = new EnumMap<>(RequestState.class);
    ways.put(RequestState.ASKED_BACK, one -> take(Step.ASK_BACK, one, RequestState.PENDING));
    ways.put(RequestState.HALF_APPROVED, one -> take(Step.APPROVE, one, RequestState.PENDING));
    ways.put(
        RequestState.GRANTED,
        one -> {
          take(Step.APPROVE, one, RequestState.PENDING);
          take(Step.APPROVE, one, RequestState.HALF_APPROVED);
        });
    ways.put(RequestState.DENIED, one -> take(Step.DENY, one, RequestState.PENDING));
    ways.put(RequestState.WITHDRAWN, one -> take(Step.WITHDRAW, one, RequestState.PENDING));
    if (ways.containsKey(state)) {
      ways.get(state).accept(id);
    }
    return id;
  }

  /** Takes the step; where the request then stands must be as the table says. */
  private RequestState check(Step step, RequestId id, RequestState from) {
    RequestState expected = step.leads.getOrDefault(from, from);
    int before = events(id);
    try {
      RequestOutcome outcome = take(step, id, from);
      assertThat(step.leads).as("%s from %s", step, from).containsKey(from);
      assertThat(outcome.state()).as("%s from %s", step, from).isEqualTo(expected);
      assertThat(outcome.grant().isPresent()).isEqualTo(expected == RequestState.GRANTED);
      assertThat(events(id)).isEqualTo(before + 1);
    } catch (MarketplaceException refused) {
      assertThat(step.leads).as("%s from %s", step, from).doesNotContainKey(from);
      assertThat(refused.code()).isEqualTo(ProblemCode.CONFLICT);
      assertThat(refused.sentence()).contains(from.code());
      assertThat(events(id)).isEqualTo(before);
    }
    assertThat(e.get(AccessQueries.class).request(e.developer, id).state()).isEqualTo(expected);
    return expected;
  }

  private int events(RequestId id) {
    return e.get(AuditQueries.class)
        .events(
            e.auditor, AuditFilter.about("access-request", id.toString()), PageRequest.first(200))
        .items()
        .size();
  }

  @ParameterizedTest
  @EnumSource(RequestState.class)
  void everyStepFromEveryState(RequestState from) {
    for (Step step : Step.values()) {
      check(step, in(from), from);
    }
  }

  @Test
  void walksAtRandomNeverLeaveTheTable() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int walk = 0; walk < WALKS; walk++) {
      RequestState state = RequestState.DRAFT;
      RequestId id = in(state);
      for (int i = 0; i < STEPS; i++) {
        Step step = Step.values()[random.nextInt(Step.values().length)];
        state = check(step, id, state);
      }
    }
    assertThat(seed).as("the walks' seed").isNotZero();
  }
}
