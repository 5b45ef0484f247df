package io.marketplace.db.access;

import static io.marketplace.db.Enterprise.terms;
import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.access.AccessAdvice;
import io.marketplace.model.access.AccessQueries;
import io.marketplace.model.access.AdviseAccess;
import io.marketplace.model.access.ApproveAccess;
import io.marketplace.model.access.ExpireGrants;
import io.marketplace.model.access.GrantFilter;
import io.marketplace.model.access.GrantId;
import io.marketplace.model.access.GrantState;
import io.marketplace.model.access.RecertifyGrant;
import io.marketplace.model.access.RequestAccess;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.access.RequestTerms;
import io.marketplace.model.access.ResumeGrant;
import io.marketplace.model.access.RevokeGrant;
import io.marketplace.model.access.SuspendGrant;
import io.marketplace.model.access.TermChanges;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.ProblemCode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GrantContractTest {

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
    return e.application("grant " + ++count);
  }

  private GrantId granted(ApplicationId application) {
    return e.grant(application, terms(Tier.UTILITY)).grant().orElseThrow();
  }

  private GrantState state(GrantId id) {
    return e.get(AccessQueries.class).grant(e.approver, id).state();
  }

  @Test
  void suspendResumeRevoke() {
    GrantId id = granted(application());
    e.get(SuspendGrant.class).suspend(e.approver, id, "incident");
    assertThat(state(id)).isEqualTo(GrantState.SUSPENDED);
    assertRefused(
        ProblemCode.CONFLICT, () -> e.get(SuspendGrant.class).suspend(e.approver, id, null));
    e.get(ResumeGrant.class).resume(e.admin, id, null);
    assertThat(state(id)).isEqualTo(GrantState.ACTIVE);
    assertRefused(
        ProblemCode.CONFLICT, () -> e.get(ResumeGrant.class).resume(e.approver, id, null));
    assertRefused(
        ProblemCode.INVALID_REQUEST, () -> e.get(RevokeGrant.class).revoke(e.approver, id, ""));
    e.get(RevokeGrant.class).revoke(e.approver, id, "no longer used");
    assertThat(state(id)).isEqualTo(GrantState.REVOKED);
    assertRefused(ProblemCode.CONFLICT, () -> e.get(ResumeGrant.class).resume(e.approver, id, null))
        .hasMessageContaining("revoked");
  }

  @Test
  void onlyApproversOfTheTenantMayChangeGrants() {
    GrantId id = granted(application());
    for (Actor actor : new Actor[] {e.developer, e.stranger, e.finops, e.auditor}) {
      assertRefused(
          ProblemCode.FORBIDDEN, () -> e.get(SuspendGrant.class).suspend(actor, id, null));
    }
    for (Actor actor : new Actor[] {e.otherDeveloper, e.otherApprover}) {
      assertRefused(
          ProblemCode.NOT_FOUND, () -> e.get(SuspendGrant.class).suspend(actor, id, null));
      assertRefused(ProblemCode.NOT_FOUND, () -> e.get(RevokeGrant.class).revoke(actor, id, "x"));
      assertRefused(ProblemCode.NOT_FOUND, () -> e.get(AccessQueries.class).grant(actor, id));
    }
    assertRefused(ProblemCode.NOT_FOUND, () -> e.get(AccessQueries.class).grant(e.stranger, id));
  }

  @Test
  void aSuspendedGrantStandsInTheWayOfARequest() {
    ApplicationId application = application();
    GrantId id = granted(application);
    RequestId waiting =
        e.get(RequestAccess.class).request(e.developer, application, terms(Tier.UTILITY)).id();
    e.get(SuspendGrant.class).suspend(e.approver, id, "incident");
    assertRefused(
        ProblemCode.CONFLICT,
        () -> e.get(ApproveAccess.class).approve(e.approver, waiting, null, TermChanges.NONE));
    e.get(RevokeGrant.class).revoke(e.approver, id, "incident");
    assertThat(
            e.get(ApproveAccess.class).approve(e.approver, waiting, null, TermChanges.NONE).grant())
        .isPresent()
        .isNotEqualTo(Optional.of(id));
  }

  @Test
  void whoAskedForAGrantNeitherProlongsNorResumesIt() {
    Actor both = e.join("both", Set.of("/retail/payments"), "developer", "tenant-approver");
    RequestId asked =
        e.get(RequestAccess.class).request(both, application(), terms(Tier.UTILITY)).id();
    GrantId id =
        e.get(ApproveAccess.class)
            .approve(e.approver, asked, null, TermChanges.NONE)
            .grant()
            .orElseThrow();
    Instant until = e.clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(900));
    assertRefused(
        ProblemCode.FORBIDDEN, () -> e.get(RecertifyGrant.class).recertify(both, id, until));
    e.get(SuspendGrant.class).suspend(e.approver, id, "incident");
    assertRefused(ProblemCode.FORBIDDEN, () -> e.get(ResumeGrant.class).resume(both, id, null));
    e.get(ResumeGrant.class).resume(e.approver, id, null);
    e.get(RecertifyGrant.class).recertify(e.approver, id, until);
    assertThat(e.get(AccessQueries.class).grant(e.approver, id).until()).contains(until);
  }

  @Test
  void timeEndsGrantsAndRecertifyingProlongsThem() throws SQLException {
    try (Enterprise own = new Enterprise()) {
      RequestTerms terms = terms(Tier.UTILITY);
      RequestTerms limited =
          new RequestTerms(
              terms.tier(),
              terms.purpose(),
              terms.sensitivity(),
              terms.expectedRequestsPerMonth(),
              terms.budget(),
              Optional.of(own.clock.instant().plus(Duration.ofDays(2))));
      GrantId ending = own.grant(own.application("a"), limited).grant().orElseThrow();
      GrantId prolonged = own.grant(own.application("b"), limited).grant().orElseThrow();
      AccessQueries queries = own.get(AccessQueries.class);
      own.get(RecertifyGrant.class)
          .recertify(own.approver, prolonged, own.clock.instant().plus(Duration.ofDays(90)));
      assertThat(own.get(ExpireGrants.class).expire()).isZero();
      own.clock.move(Duration.ofDays(3));
      assertThat(own.get(ExpireGrants.class).expire()).isEqualTo(1);
      assertThat(own.get(ExpireGrants.class).expire()).isZero();
      assertThat(queries.grant(own.developer, ending).state()).isEqualTo(GrantState.EXPIRED);
      assertThat(queries.grant(own.developer, prolonged).state()).isEqualTo(GrantState.ACTIVE);
      assertRefused(
          ProblemCode.CONFLICT,
          () ->
              own.get(RecertifyGrant.class)
                  .recertify(own.approver, ending, own.clock.instant().plusSeconds(60)));
    }
  }

  @Test
  void adviceTellsPolicyAndApprovals() {
    ApplicationId application = application();
    AccessAdvice advice =
        e.get(AdviseAccess.class)
            .advise(e.developer, application, terms(Tier.UTILITY, Sensitivity.RESTRICTED, "5"));
    assertThat(advice.approvalsNeeded()).isEqualTo(2);
    assertThat(advice.policy().jurisdictions()).containsExactly("on-premises");
    assertThat(advice.policy().servable()).isFalse();
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> e.get(AdviseAccess.class).advise(e.otherDeveloper, application, terms(Tier.UTILITY)));
  }

  @Test
  void listsArePagedOnTheServer() {
    granted(application());
    granted(application());
    AccessQueries queries = e.get(AccessQueries.class);
    var first = queries.grants(e.finops, GrantFilter.ALL, PageRequest.first(1));
    assertThat(first.items()).hasSize(1);
    assertThat(first.more()).isTrue();
    var second = queries.grants(e.finops, GrantFilter.ALL, new PageRequest(1, 1));
    assertThat(second.items()).doesNotContainAnyElementsOf(first.items());
    assertThat(queries.grants(e.otherDeveloper, GrantFilter.ALL, PageRequest.first(10)).items())
        .isEmpty();
  }
}
