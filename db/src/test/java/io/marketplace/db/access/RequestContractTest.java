package io.marketplace.db.access;

import static io.marketplace.db.Enterprise.terms;
import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.access.AccessQueries;
import io.marketplace.model.access.ApproveAccess;
import io.marketplace.model.access.AskBack;
import io.marketplace.model.access.DecisionKind;
import io.marketplace.model.access.DecisionView;
import io.marketplace.model.access.DenyAccess;
import io.marketplace.model.access.DraftRequest;
import io.marketplace.model.access.GrantFilter;
import io.marketplace.model.access.GrantView;
import io.marketplace.model.access.ReplyToAskBack;
import io.marketplace.model.access.RequestAccess;
import io.marketplace.model.access.RequestFilter;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.access.RequestOutcome;
import io.marketplace.model.access.RequestState;
import io.marketplace.model.access.RequestTerms;
import io.marketplace.model.access.RequestView;
import io.marketplace.model.access.SaveDraft;
import io.marketplace.model.access.SubmitDraft;
import io.marketplace.model.access.TermChanges;
import io.marketplace.model.access.WithdrawRequest;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.ProblemCode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RequestContractTest {

  private Enterprise e;
  private int count;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  private ApplicationId application() {
    return e.application("app " + ++count);
  }

  private RequestId ask(RequestTerms terms) {
    return e.get(RequestAccess.class).request(e.developer, application(), terms).id();
  }

  private RequestOutcome approve(Actor actor, RequestId id) {
    return e.get(ApproveAccess.class).approve(actor, id, "fine", TermChanges.NONE);
  }

  private RequestView view(RequestId id) {
    return e.get(AccessQueries.class).request(e.approver, id);
  }

  @Test
  void oneApprovalGrants() {
    RequestId id = ask(terms(Tier.UTILITY));
    assertThat(view(id).mayApprove(e.approver)).isTrue();
    assertThat(view(id).mayApprove(e.developer)).isFalse();

    RequestOutcome outcome =
        e.get(ApproveAccess.class)
            .approve(
                e.approver,
                id,
                "within the plan",
                TermChanges.ofApprover(
                    Optional.of(NanoUsd.parse("budgetUsd", "40")),
                    Optional.of(Sensitivity.PUBLIC),
                    Optional.empty()));

    assertThat(outcome.state()).isEqualTo(RequestState.GRANTED);
    GrantView grant = e.get(AccessQueries.class).grant(e.developer, outcome.grant().orElseThrow());
    assertThat(grant.budget().toDollars()).isEqualTo("40");
    assertThat(grant.sensitivity()).isEqualTo(Sensitivity.PUBLIC);
    assertThat(grant.spentThisMonth()).isEqualTo(NanoUsd.ZERO);
    DecisionView decision = view(id).decisions().get(0);
    assertThat(decision.kind()).isEqualTo(DecisionKind.APPROVE);
    assertThat(decision.personName()).isEqualTo("approver-retail");
    assertThat(decision.changes().values()).containsEntry("budgetUsd", "40");
  }

  @Test
  void nobodyDecidesTheirOwnRequest() {
    RequestId id =
        e.get(RequestAccess.class).request(e.approver, application(), terms(Tier.UTILITY)).id();
    assertRefused(ProblemCode.FORBIDDEN, () -> approve(e.approver, id));
    assertRefused(ProblemCode.FORBIDDEN, () -> e.get(DenyAccess.class).deny(e.approver, id, "no"));
    assertRefused(ProblemCode.FORBIDDEN, () -> e.get(AskBack.class).ask(e.approver, id, "why?"));
    assertThat(approve(e.secondApprover, id).state()).isEqualTo(RequestState.GRANTED);
  }

  @Test
  void developersDecideNothing() {
    RequestId id = ask(terms(Tier.UTILITY));
    assertRefused(ProblemCode.FORBIDDEN, () -> approve(e.colleague, id));
    assertRefused(ProblemCode.FORBIDDEN, () -> approve(e.auditor, id));
    assertRefused(ProblemCode.FORBIDDEN, () -> approve(e.finops, id));
    assertRefused(ProblemCode.NOT_FOUND, () -> approve(e.stranger, id));
  }

  @Test
  void anotherTenantsIdsAreNotThere() {
    RequestId id = ask(terms(Tier.UTILITY));
    assertRefused(ProblemCode.NOT_FOUND, () -> approve(e.otherApprover, id));
    assertRefused(ProblemCode.NOT_FOUND, () -> approve(e.otherDeveloper, id));
    assertRefused(
        ProblemCode.NOT_FOUND, () -> e.get(DenyAccess.class).deny(e.otherApprover, id, "no"));
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> e.get(WithdrawRequest.class).withdraw(e.otherDeveloper, id, null));
    assertRefused(
        ProblemCode.NOT_FOUND, () -> e.get(AccessQueries.class).request(e.otherApprover, id));
    ApplicationId ours = application();
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> e.get(RequestAccess.class).request(e.otherDeveloper, ours, terms(Tier.UTILITY)));
    assertThat(
            e.get(AccessQueries.class)
                .requests(e.otherApprover, RequestFilter.ALL, PageRequest.first(200))
                .items())
        .noneMatch(view -> view.id().equals(id));
  }

  @Test
  void aboveTheThresholdsTwoPeopleMustApprove() {
    RequestId id = ask(terms(Tier.REASONING, Sensitivity.INTERNAL, "5000.000000001"));
    assertThat(approve(e.approver, id).state()).isEqualTo(RequestState.HALF_APPROVED);
    assertThat(view(id).mayApprove(e.approver)).isFalse();
    assertThat(view(id).mayApprove(e.secondApprover)).isTrue();
    assertRefused(ProblemCode.CONFLICT, () -> approve(e.approver, id));
    assertRefused(ProblemCode.CONFLICT, () -> e.get(AskBack.class).ask(e.approver, id, "why?"));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () ->
            e.get(ApproveAccess.class)
                .approve(
                    e.secondApprover,
                    id,
                    null,
                    TermChanges.ofApprover(
                        Optional.of(NanoUsd.parse("budgetUsd", "6000")),
                        Optional.empty(),
                        Optional.empty())));
    RequestOutcome outcome = approve(e.admin, id);
    assertThat(outcome.state()).isEqualTo(RequestState.GRANTED);
    assertThat(outcome.grant()).isPresent();
  }

  @Test
  void sensitivityAsksForASecondApprovalToo() {
    RequestId id = ask(terms(Tier.CODE, Sensitivity.RESTRICTED, "5"));
    assertThat(approve(e.approver, id).state()).isEqualTo(RequestState.HALF_APPROVED);
    RequestId lowered = ask(terms(Tier.CODE, Sensitivity.RESTRICTED, "5"));
    assertThat(
            e.get(ApproveAccess.class)
                .approve(
                    e.approver,
                    lowered,
                    null,
                    TermChanges.ofApprover(
                        Optional.empty(), Optional.of(Sensitivity.INTERNAL), Optional.empty()))
                .state())
        .isEqualTo(RequestState.GRANTED);
  }

  @Test
  void whoAnsweredForThoseWhoAskDoesNotDecide() {
    Actor both = e.join("both", Set.of("/retail/payments"), "developer", "tenant-approver");
    RequestId id = ask(terms(Tier.VISION));
    e.get(AskBack.class).ask(e.approver, id, "How much?");
    e.get(ReplyToAskBack.class)
        .reply(
            both,
            id,
            "A little more",
            new TermChanges(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NanoUsd.parse("budgetUsd", "4000")),
                Optional.empty()));
    assertRefused(ProblemCode.FORBIDDEN, () -> approve(both, id));
    assertThat(view(id).mayApprove(both)).isFalse();
    assertThat(approve(e.approver, id).state()).isEqualTo(RequestState.GRANTED);
  }

  @Test
  void whoSendsADraftOffAsksForItAndDoesNotDecide() {
    Actor both = e.join("both", Set.of("/retail/payments"), "developer", "tenant-approver");
    RequestId id =
        e.get(DraftRequest.class).draft(e.developer, application(), terms(Tier.CODE)).id();
    e.get(SaveDraft.class).save(both, id, terms(Tier.CODE, Sensitivity.INTERNAL, "4000"));
    e.get(SubmitDraft.class).submit(both, id);
    assertRefused(ProblemCode.FORBIDDEN, () -> approve(both, id));
    assertThat(view(id).requestedBy()).isEqualTo(both.person());
    assertThat(approve(e.approver, id).state()).isEqualTo(RequestState.GRANTED);
  }

  @Test
  void askBackAndReply() {
    RequestId id = ask(terms(Tier.VISION));
    e.get(AskBack.class).ask(e.approver, id, "How many images?");
    assertThat(e.get(AccessQueries.class).counts(e.developer).toAnswer()).isEqualTo(1);
    assertRefused(ProblemCode.CONFLICT, () -> approve(e.approver, id))
        .hasMessageContaining("asked-back");
    assertRefused(
        ProblemCode.FORBIDDEN,
        () -> e.get(ReplyToAskBack.class).reply(e.approver, id, "many", TermChanges.NONE));
    e.get(ReplyToAskBack.class)
        .reply(
            e.colleague,
            id,
            "A thousand",
            new TermChanges(
                Optional.empty(),
                Optional.empty(),
                Optional.of(1_000L),
                Optional.empty(),
                Optional.empty()));
    RequestView view = view(id);
    assertThat(view.state()).isEqualTo(RequestState.PENDING);
    assertThat(view.terms().expectedRequestsPerMonth()).contains(1_000L);
    assertThat(view.decisions())
        .extracting(DecisionView::kind)
        .containsExactly(DecisionKind.ASK_BACK, DecisionKind.REPLY);
  }

  @Test
  void approveAfterWithdrawIsAConflict() {
    RequestId id = ask(terms(Tier.UTILITY));
    assertRefused(
        ProblemCode.NOT_FOUND, () -> e.get(WithdrawRequest.class).withdraw(e.stranger, id, null));
    e.get(WithdrawRequest.class).withdraw(e.developer, id, "not needed");
    assertRefused(ProblemCode.CONFLICT, () -> approve(e.approver, id))
        .hasMessageContaining("withdrawn");
    assertRefused(
        ProblemCode.CONFLICT, () -> e.get(WithdrawRequest.class).withdraw(e.developer, id, null));
  }

  @Test
  void doubleSubmitIsAConflict() {
    ApplicationId application = application();
    RequestAccess request = e.get(RequestAccess.class);
    request.request(e.developer, application, terms(Tier.UTILITY));
    assertRefused(
            ProblemCode.CONFLICT,
            () -> request.request(e.developer, application, terms(Tier.UTILITY)))
        .hasMessageContaining("open already");
    request.request(e.developer, application, terms(Tier.EMBEDDING));
  }

  @Test
  void aSecondGrantChangesTheFirst() {
    ApplicationId application = application();
    RequestOutcome first = e.grant(application, terms(Tier.UTILITY));
    RequestOutcome second = e.grant(application, terms(Tier.UTILITY, Sensitivity.PUBLIC, "70"));
    assertThat(second.grant()).isEqualTo(first.grant());
    assertThat(
            e.get(AccessQueries.class)
                .grants(e.developer, GrantFilter.activeOf(application), PageRequest.first(10))
                .items())
        .singleElement()
        .satisfies(grant -> assertThat(grant.budget().toDollars()).isEqualTo("70"));
  }

  @Test
  void badInputIsRefused() {
    assertRefused(
        ProblemCode.INVALID_REQUEST, () -> ask(withUntil(e.clock.instant().minusSeconds(1))));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () -> ask(withUntil(e.clock.instant().plus(Duration.ofDays(3000)))));
    assertRefused(
        ProblemCode.INVALID_REQUEST, () -> terms(Tier.UTILITY, Sensitivity.PUBLIC, "10000001"));
    assertRefused(ProblemCode.INVALID_REQUEST, () -> terms(Tier.UTILITY, Sensitivity.PUBLIC, "-1"));
    assertRefused(
        ProblemCode.INVALID_REQUEST, () -> terms(Tier.UTILITY, Sensitivity.PUBLIC, "NaN"));
    RequestId id = ask(terms(Tier.UTILITY));
    assertRefused(
        ProblemCode.INVALID_REQUEST, () -> e.get(DenyAccess.class).deny(e.approver, id, "  "));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () -> e.get(DenyAccess.class).deny(e.approver, id, "x".repeat(2001)));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () -> e.get(DenyAccess.class).deny(e.approver, id, "bell \u0007"));
  }

  private static RequestTerms withUntil(Instant until) {
    RequestTerms terms = terms(Tier.UTILITY);
    return new RequestTerms(
        terms.tier(),
        terms.purpose(),
        terms.sensitivity(),
        terms.expectedRequestsPerMonth(),
        terms.budget(),
        Optional.of(until));
  }
}
