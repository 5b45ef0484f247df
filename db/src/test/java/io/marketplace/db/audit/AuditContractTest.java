package io.marketplace.db.audit;

import static io.marketplace.db.Enterprise.terms;
import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.access.ApproveAccess;
import io.marketplace.model.access.RequestAccess;
import io.marketplace.model.access.RequestOutcome;
import io.marketplace.model.access.TermChanges;
import io.marketplace.model.audit.AuditEvent;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.problem.ProblemCode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuditContractTest {

  private Enterprise e;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  private List<AuditEvent> events(Actor actor, AuditFilter filter) {
    return e.get(AuditQueries.class).events(actor, filter, PageRequest.first(200)).items();
  }

  @Test
  void transitionsStandThereWithBeforeAndAfter() {
    ApplicationId application = e.application("audited");
    RequestOutcome asked =
        e.get(RequestAccess.class).request(e.developer, application, terms(Tier.UTILITY));
    RequestOutcome granted =
        e.get(ApproveAccess.class)
            .approve(
                e.approver,
                asked.id(),
                "for a pilot",
                TermChanges.ofApprover(
                    Optional.of(NanoUsd.parse("budgetUsd", "7.5")),
                    Optional.empty(),
                    Optional.empty()));

    List<AuditEvent> told =
        events(e.approver, AuditFilter.about("access-request", asked.id().toString()));
    assertThat(told)
        .extracting(AuditEvent::action)
        .containsExactly("access.approved", "access.requested");
    AuditEvent approved = told.get(0);
    assertThat(approved.author().name()).isEqualTo("approver-retail");
    assertThat(approved.author().sourceIp()).contains("127.0.0.1");
    assertThat(approved.tenantName()).contains("Retail");
    assertThat(approved.before().values())
        .containsEntry("state", "pending")
        .containsEntry("budgetUsd", "50");
    assertThat(approved.after().values())
        .containsEntry("state", "granted")
        .containsEntry("budgetUsd", "7.5")
        .containsEntry("reason", "for a pilot")
        .containsEntry("grant", granted.grant().orElseThrow().toString());
    assertThat(told.get(1).before().isEmpty()).isTrue();
    assertThat(
            events(e.auditor, AuditFilter.about("grant", granted.grant().orElseThrow().toString())))
        .extracting(AuditEvent::action)
        .containsExactly("grant.given");
  }

  @Test
  void refusedStepsLeaveNoTrace() {
    ApplicationId application = e.application("refused");
    RequestOutcome asked =
        e.get(RequestAccess.class).request(e.developer, application, terms(Tier.UTILITY));
    assertRefused(
        ProblemCode.FORBIDDEN,
        () -> e.get(ApproveAccess.class).approve(e.colleague, asked.id(), null, TermChanges.NONE));
    assertThat(events(e.approver, AuditFilter.about("access-request", asked.id().toString())))
        .hasSize(1);
  }

  @Test
  void readersAreAuditorsApproversAndAdministrators() {
    for (Actor actor : List.of(e.developer, e.finops)) {
      assertRefused(ProblemCode.FORBIDDEN, () -> events(actor, AuditFilter.ALL));
    }
    e.otherApplication("elsewhere");
    assertThat(events(e.otherApprover, AuditFilter.ALL))
        .isNotEmpty()
        .allMatch(event -> event.tenantName().equals(Optional.of("Capital")));
    assertThat(events(e.auditor, AuditFilter.ALL))
        .extracting(event -> event.tenantName().orElse("platform"))
        .contains("Retail", "Capital", "platform");
  }

  @Test
  void filtersNarrow() {
    e.application("needle in the haystack");
    AuditFilter filter =
        new AuditFilter(
            Optional.of("DEV-ret"),
            Optional.of("application."),
            Optional.of("application"),
            Optional.empty(),
            Optional.of(e.clock.instant().minusSeconds(3600)),
            Optional.of(e.clock.instant().plusSeconds(3600)),
            Optional.of("NEEDLE"));
    assertThat(events(e.admin, filter))
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.after().values()).containsEntry("name", "needle in the haystack"));
  }
}
