package io.marketplace.db.keys;

import static io.marketplace.db.Enterprise.terms;
import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.db.Enterprise;
import io.marketplace.model.audit.AuditEvent;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.keys.IssueKey;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.keys.KeyRight;
import io.marketplace.model.keys.KeyState;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.keys.KeyWish;
import io.marketplace.model.keys.ResumeKey;
import io.marketplace.model.keys.RevokeKey;
import io.marketplace.model.keys.SuspendKey;
import io.marketplace.model.keys.Suspension;
import io.marketplace.model.problem.ProblemCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What was suspended in a higher right is not resumed in a lower one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SuspendKeyContractTest {

  private Enterprise e;
  private ApplicationId application;
  private KeyId key;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
    application = e.application("suspended");
    e.grant(application, terms(Tier.UTILITY));
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  @BeforeEach
  void issue() {
    key =
        e.get(IssueKey.class)
            .issue(e.developer, application, KeyWish.of("suspended", Set.of(Tier.UTILITY)))
            .id();
  }

  private void suspend(Actor by) {
    e.get(SuspendKey.class).suspend(by, key, "looks leaked");
  }

  private void resume(Actor by) {
    e.get(ResumeKey.class).resume(by, key, "it was not");
  }

  private KeyView view() {
    return e.get(KeyQueries.class).key(e.developer, key);
  }

  private Suspension suspension() {
    return view().suspension().orElseThrow();
  }

  @Test
  void aTeamResumesWhatItSuspended() {
    suspend(e.developer);
    assertThat(suspension().right()).isEqualTo(KeyRight.TEAM);
    assertThat(suspension().by()).isEqualTo(e.developer.name());
    assertThat(suspension().reason()).contains("looks leaked");
    resume(e.colleague);
    assertThat(view().state()).isEqualTo(KeyState.ACTIVE);
    assertThat(view().suspension()).isEmpty();
  }

  @Test
  void aTeamDoesNotResumeWhatAnApproverSuspended() {
    suspend(e.approver);
    assertRefused(ProblemCode.FORBIDDEN, () -> resume(e.developer))
        .hasMessageContaining("tenant-approver");
    assertThat(view().state()).isEqualTo(KeyState.SUSPENDED);
    resume(e.secondApprover);
    assertThat(view().state()).isEqualTo(KeyState.ACTIVE);
  }

  @Test
  void anApproverDoesNotResumeWhatAnAdministratorSuspended() {
    suspend(e.admin);
    assertRefused(ProblemCode.FORBIDDEN, () -> resume(e.developer));
    assertRefused(ProblemCode.FORBIDDEN, () -> resume(e.approver));
    resume(e.admin);
    assertThat(view().state()).isEqualTo(KeyState.ACTIVE);
  }

  @Test
  void aHigherRightHoldsWhatALowerOneSuspendedFirst() {
    suspend(e.developer);
    assertRefused(ProblemCode.CONFLICT, () -> suspend(e.colleague));
    suspend(e.approver);
    assertThat(suspension().right()).isEqualTo(KeyRight.TENANT);
    assertRefused(ProblemCode.CONFLICT, () -> suspend(e.approver));
    assertRefused(ProblemCode.CONFLICT, () -> suspend(e.developer));
    assertRefused(ProblemCode.FORBIDDEN, () -> resume(e.developer));
    resume(e.approver);
    assertThat(view().state()).isEqualTo(KeyState.ACTIVE);
  }

  @Test
  void anotherTenantsKeyIsNotThere() {
    suspend(e.developer);
    assertRefused(ProblemCode.NOT_FOUND, () -> suspend(e.otherApprover));
    assertRefused(ProblemCode.NOT_FOUND, () -> resume(e.otherApprover));
    assertRefused(ProblemCode.NOT_FOUND, () -> resume(e.stranger));
    assertRefused(ProblemCode.FORBIDDEN, () -> resume(e.finops));
  }

  @Test
  void theAuditHasInWhichRight() {
    suspend(e.approver);
    resume(e.admin);
    List<AuditEvent> events =
        e.get(AuditQueries.class)
            .events(e.auditor, AuditFilter.about("key", key.toString()), PageRequest.first(5))
            .items();
    assertThat(events)
        .extracting(event -> event.action())
        .startsWith("key.resumed", "key.suspended");
    assertThat(events.get(0).before().values()).containsEntry("suspendedAs", "tenant-approver");
    assertThat(events.get(0).after().values())
        .doesNotContainKey("suspendedAs")
        .containsEntry("reason", "it was not");
    assertThat(events.get(1).after().values())
        .containsEntry("suspendedAs", "tenant-approver")
        .containsEntry("reason", "looks leaked");
  }

  @Test
  void aResumeThatRacesWithAnApproversSuspensionNeverWins() throws Exception {
    suspend(e.developer);
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<Object>> outcomes =
          both.invokeAll(
              List.of(
                  Executors.callable(() -> resume(e.developer)),
                  Executors.callable(() -> suspend(e.approver))));
      assertThat(outcomes.get(1)).succeedsWithin(Duration.ofSeconds(10));
    }
    // whoever came first: the approver's word stands
    assertThat(suspension().right()).isEqualTo(KeyRight.TENANT);
    assertRefused(ProblemCode.FORBIDDEN, () -> resume(e.developer));
  }

  @Test
  void aRevokedKeyIsNotSuspendedAnyMore() {
    suspend(e.approver);
    e.get(RevokeKey.class).revoke(e.developer, key, "leaked");
    assertThat(view().state()).isEqualTo(KeyState.REVOKED);
    assertThat(view().suspension()).isEmpty();
    assertRefused(ProblemCode.CONFLICT, () -> resume(e.admin));
    assertRefused(ProblemCode.CONFLICT, () -> suspend(e.admin));
  }

  @Test
  void theDatabaseKeepsNoSuspensionOfNobody() {
    for (String half : List.of("state = 'suspended'", "suspended_as = 'developer'")) {
      assertThatThrownBy(
              () ->
                  e.database.execute(
                      "update virtual_key set " + half + " where id = '" + key + "'"))
          .hasMessageContaining("virtual_key_suspension");
    }
  }
}
