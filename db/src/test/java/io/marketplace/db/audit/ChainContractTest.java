package io.marketplace.db.audit;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.db.Enterprise;
import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.ChainVerdict;
import io.marketplace.model.audit.ChainedEvent;
import io.marketplace.model.audit.ExportAudit;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.audit.VerifyAudit;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The chains as they are written, checked and handed out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChainContractTest {

  private Enterprise e;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  private void write(Actor actor, String action, Facts before, Facts after) {
    e.get(Work.class)
        .in(
            actor.scope(),
            () -> {
              e.get(AuditTrail.class)
                  .record(
                      new AuditEntry(
                          actor.tenant(), Author.of(actor), action, "test", "1", before, after));
              return action;
            });
  }

  private List<ChainVerdict> verify(Actor actor) {
    return e.get(VerifyAudit.class).verify(actor);
  }

  private List<ChainedEvent> export(Actor actor, AuditFilter filter) {
    List<ChainedEvent> events = new ArrayList<>();
    e.get(ExportAudit.class).export(actor, filter).to(events::add);
    return events;
  }

  @Test
  void everybodySeesTheChainsOfTheirScope() {
    e.application("chained");
    assertThat(verify(e.admin)).hasSize(3).allMatch(ChainVerdict::intact);
    assertThat(verify(e.admin).getFirst().head().tenant()).isEmpty();
    assertThat(verify(e.otherApprover))
        .singleElement()
        .satisfies(
            verdict -> {
              assertThat(verdict.head().tenantName()).contains("Capital");
              assertThat(verdict.entries()).isEqualTo(verdict.head().sequence());
            });
    for (Actor actor : List.of(e.developer, e.finops)) {
      assertRefused(ProblemCode.FORBIDDEN, () -> verify(actor));
      assertRefused(ProblemCode.FORBIDDEN, () -> export(actor, AuditFilter.ALL));
    }
  }

  @Test
  void awkwardTextHashesAlikeInTheDatabaseAndHere() {
    String awkward =
        "\"quoted\" back\\slash\n\r\t\b\f\u0001\u001f\u007f\u2028 Zürich 東京 🚀 \uFFFD </script>";
    write(
        e.approver,
        "test.awkward",
        Facts.of("zeta", awkward)
            .with("Alpha", "")
            .with("é", "1")
            .with("🚀", "2")
            .with("\uFF21", "3"),
        Facts.of(awkward, awkward));
    assertThat(verify(e.approver)).allMatch(ChainVerdict::intact);
  }

  @Test
  void writersAtOnceMakeOneChainWithoutGaps() throws Exception {
    long before = verify(e.approver).getFirst().head().sequence();
    try (ExecutorService many = Executors.newFixedThreadPool(8)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        String action = "test.at-once-" + i;
        writers.add(many.submit(() -> write(e.approver, action, Facts.NONE, Facts.NONE)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    ChainVerdict verdict = verify(e.approver).getFirst();
    assertThat(verdict.intact()).isTrue();
    assertThat(verdict.head().sequence()).isEqualTo(before + 80);
  }

  @Test
  void whatIsRolledBackLeavesNoGap() {
    assertThatThrownBy(
            () ->
                e.get(Work.class)
                    .in(
                        e.approver.scope(),
                        () -> {
                          e.get(AuditTrail.class)
                              .record(
                                  new AuditEntry(
                                      e.approver.tenant(),
                                      Author.of(e.approver),
                                      "test.undone",
                                      "test",
                                      "1",
                                      Facts.NONE,
                                      Facts.NONE));
                          throw new IllegalArgumentException("after the entry");
                        }))
        .hasMessage("after the entry");
    write(e.approver, "test.done", Facts.NONE, Facts.NONE);
    assertThat(verify(e.approver)).allMatch(ChainVerdict::intact);
    assertThat(export(e.approver, AuditFilter.ALL))
        .extracting(ChainedEvent::action)
        .contains("test.done", "audit.exported")
        .doesNotContain("test.undone");
  }

  @Test
  void anExportCanBeCheckedByItself() throws Exception {
    write(e.approver, "test.exported", Facts.of("state", "a"), Facts.of("state", "b"));
    List<ChainedEvent> events = export(e.approver, AuditFilter.ALL);
    String previous = ChainedEvent.GENESIS;
    long sequence = 0;
    for (ChainedEvent event : events) {
      sequence++;
      String hash = "\"hash\":\"" + event.hash() + "\",";
      assertThat(event.line()).contains(hash).contains("\"previous\":\"" + previous + "\"");
      byte[] rest = event.line().replace(hash, "").getBytes(StandardCharsets.UTF_8);
      assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rest)))
          .isEqualTo(event.hash());
      assertThat(event.sequence()).isEqualTo(sequence);
      previous = event.hash();
    }
    assertThat(export(e.approver, narrowed("test.exported")))
        .extracting(ChainedEvent::action)
        .containsOnly("test.exported");
    assertThat(export(e.otherApprover, narrowed("test.exported"))).isEmpty();
    assertThat(export(e.auditor, narrowed("test.exported"))).isNotEmpty();
  }

  private static AuditFilter narrowed(String action) {
    return new AuditFilter(
        AuditFilter.ALL.actor(),
        Optional.of(action),
        AuditFilter.ALL.subjectType(),
        AuditFilter.ALL.subjectId(),
        AuditFilter.ALL.from(),
        AuditFilter.ALL.to(),
        AuditFilter.ALL.text());
  }

  @Test
  void applicationsCanOnlyAdd() throws SQLException {
    for (String role : List.of("", "set role marketplace_platform")) {
      try (Connection portal = e.database.portal();
          Statement statement = portal.createStatement()) {
        statement.execute("set search_path = marketplace");
        statement.execute("select set_config('marketplace.tenant', '" + e.retail + "', false)");
        if (!role.isEmpty()) {
          statement.execute(role);
        }
        for (String attempt :
            List.of(
                "update audit_event set actor_name = 'nobody'",
                "delete from audit_event",
                "truncate audit_event",
                "update audit_head set sequence = 1",
                "update audit_head set hash = decode(repeat('00', 32), 'hex')",
                "delete from audit_head",
                "insert into audit_head (tenant_id, sequence, hash) values (null, 1, '')",
                "alter table audit_event disable trigger audit_chained",
                "drop trigger audit_chained on audit_event")) {
          assertThatThrownBy(() -> statement.execute(attempt))
              .as(attempt)
              .isInstanceOfSatisfying(
                  SQLException.class,
                  refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
      }
    }
    try (Connection gateway = e.database.gateway();
        Statement statement = gateway.createStatement()) {
      assertThatThrownBy(() -> statement.execute("select * from marketplace.audit_event"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void whatAWriterSaysOfItsPlaceCountsForNothing() throws SQLException {
    try (Connection portal = e.database.portal();
        Statement statement = portal.createStatement()) {
      statement.execute("set search_path = marketplace");
      statement.execute("select set_config('marketplace.tenant', '" + e.retail + "', false)");
      statement.execute(
          """
          insert into audit_event (id, tenant_id, at, actor_subject, actor_name, action, subject_type,
            subject_id, sequence, previous_hash, hash)
          values (gen_random_uuid(), current_tenant(), '2001-01-01', 's', 'n', 'test.forged', 't', 'i', 1,
            '\\x00', '\\x00')
          """);
    }
    // unsealed, since it did not come by the trail: the next entry seals the end again
    assertThat(verify(e.approver).getFirst().flaw()).isEmpty();
    assertThat(verify(e.approver).getFirst().sealed()).isFalse();
    write(e.approver, "test.next", Facts.NONE, Facts.NONE);
    assertThat(verify(e.approver)).allMatch(ChainVerdict::intact);
    assertThat(export(e.approver, narrowed("test.forged")))
        .singleElement()
        .satisfies(event -> assertThat(event.time()).doesNotStartWith("2001"));
  }
}
