package io.marketplace.db.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.db.Standalone;
import io.marketplace.db.TestClock;
import io.marketplace.db.TestDatabase;
import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.ChainVerdict;
import io.marketplace.model.audit.ChainVerdict.Flaw;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.audit.VerifyAudit;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.PersonId;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the owner of the database can do to the trail, and that it shows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TamperContractTest {

  private static final String MINE = "tenant_id = (select id from tenant where slug = 'retail')";

  private Enterprise e;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
    for (int i = 0; i < 6; i++) {
      e.application("application " + i);
    }
    asOwner(
        "create table kept_event as select * from audit_event",
        "create table kept_head as select * from audit_head");
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  private void asOwner(String... statements) throws SQLException {
    try (Connection admin = e.database.admin();
        Statement statement = admin.createStatement()) {
      // as an owner who knows what he does: without triggers
      statement.execute("set session_replication_role = replica");
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  private ChainVerdict verdict() {
    return e.get(VerifyAudit.class).verify(e.approver).getFirst();
  }

  private void restore() throws SQLException {
    asOwner(
        "delete from audit_event",
        "delete from audit_head",
        "insert into audit_event select * from kept_event",
        "insert into audit_head select * from kept_head");
    assertThat(verdict().intact()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      textBlock =
          """
          3 # update audit_event set actor_name = 'somebody else' where sequence = 3
          3 # update audit_event set after = after || '{"name": "another"}' where sequence = 3
          3 # update audit_event set after = after || '{"more": 5}' where sequence = 3
          3 # update audit_event set source_ip = null where sequence = 3
          3 # update audit_event set at = at + interval '1 microsecond' where sequence = 3
          3 # update audit_event set id = gen_random_uuid() where sequence = 3
          3 # delete from audit_event where sequence = 3
          1 # delete from audit_event where sequence = 1
          4 # update audit_event set sequence = sequence + 1000 where sequence >= 4
          4 # update audit_event set tenant_id = (select id from tenant where slug = 'capital'), sequence = 99 where sequence = 4
          3 # update audit_event set hash = sha256('x') where sequence = 3
          4 # update audit_event set previous_hash = sha256('x') where sequence = 4
          """)
  void aChangedEntryShowsAndIsNamed(long place, String statement) throws SQLException {
    asOwner(statement + " and " + MINE);
    assertThat(verdict().flaw()).map(Flaw::sequence).contains(place);
    assertThat(verdict().intact()).isFalse();
    restore();
  }

  @Test
  void entriesTakenFromTheEndShow() throws SQLException {
    asOwner("delete from audit_event where sequence >= 5 and " + MINE);
    assertThat(verdict().flaw()).map(Flaw::sequence).contains(5L);
    restore();
  }

  @Test
  void aShortenedChainWithItsHeadMovedBackHasNoSeal() throws SQLException {
    asOwner(
        "delete from audit_event where sequence >= 5 and " + MINE,
        "update audit_head h set sequence = 4, hash = (select hash from audit_event where sequence = 4 and "
            + MINE
            + ") where "
            + MINE);
    assertThat(verdict().flaw()).isEmpty();
    assertThat(verdict().sealed()).isFalse();
    assertThat(verdict().intact()).isFalse();
    restore();
  }

  @Test
  void aWholeNewChainHasNoSeal() throws SQLException {
    asOwner(
        "update audit_event set actor_name = 'somebody else' where sequence = 3 and " + MINE,
        """
        do $$
        declare e audit_event; last bytea := decode(repeat('00', 32), 'hex');
        begin
          for e in select * from audit_event
            where tenant_id = (select id from tenant where slug = 'retail') order by sequence loop
            e.previous_hash := last;
            e.hash := sha256(convert_to(audit_canonical(e), 'UTF8'));
            update audit_event set previous_hash = e.previous_hash, hash = e.hash where id = e.id;
            last := e.hash;
          end loop;
          update audit_head set hash = last
            where tenant_id = (select id from tenant where slug = 'retail');
        end $$
        """);
    assertThat(verdict().flaw()).isEmpty();
    assertThat(verdict().sealed()).isFalse();
    restore();
  }

  @Test
  void aForgedSealDoesNotHold() throws SQLException {
    asOwner("update audit_head set seal = sha256('x') where " + MINE);
    assertThat(verdict().intact()).isFalse();
    restore();
  }

  @Test
  void othersChainsStayWhatTheyAre() throws SQLException {
    asOwner("delete from audit_event where sequence = 3 and " + MINE);
    assertThat(e.get(VerifyAudit.class).verify(e.otherApprover)).allMatch(ChainVerdict::intact);
    assertThat(e.get(VerifyAudit.class).verify(e.admin).stream().filter(one -> !one.intact()))
        .singleElement()
        .satisfies(one -> assertThat(one.head().tenantName()).contains("Retail"));
    restore();
  }

  @Test
  void entriesFromBeforeTheChainsAreChained() throws SQLException {
    Actor admin =
        new Actor(
            PersonId.create(),
            "sub",
            "admin",
            Optional.empty(),
            Set.of(),
            Set.of(Role.PLATFORM_ADMIN),
            Optional.empty());
    try (TestDatabase old = TestDatabase.at("7")) {
      try (Connection owner = old.admin();
          Statement statement = owner.createStatement()) {
        statement.execute(
            """
            insert into tenant (id, slug, name) values
              ('01930000-0000-7000-8000-000000000001', 'one', 'One'),
              ('01930000-0000-7000-8000-000000000002', 'two', 'Two');
            insert into audit_event (id, tenant_id, actor_subject, actor_name, action, subject_type, subject_id, before, after)
            select gen_random_uuid(), t.id, 's', 'Zoë "x"', 'old.' || n, 't', n::text, null, '{"b": "1", "a": "\\\\"}'
            from generate_series(1, 4) n,
              (select id from tenant union all select null) t
            """);
      }
      old.migrate();
      try (Standalone house =
          old.standalone()
              .with(Clock.class, new TestClock(Instant.parse("2026-11-21T12:00:00Z")))) {
        List<ChainVerdict> verdicts = house.get(VerifyAudit.class).verify(admin);
        assertThat(verdicts).hasSize(3);
        assertThat(verdicts)
            .allSatisfy(
                verdict -> {
                  assertThat(verdict.flaw()).isEmpty();
                  assertThat(verdict.entries()).isEqualTo(4);
                  // the migration knows no pepper: the next entry seals the chain
                  assertThat(verdict.sealed()).isFalse();
                });
        house
            .get(Work.class)
            .in(
                Scope.PLATFORM,
                () -> {
                  house
                      .get(AuditTrail.class)
                      .record(
                          new AuditEntry(
                              Optional.empty(),
                              Author.of(admin),
                              "new.one",
                              "t",
                              "1",
                              Facts.NONE,
                              Facts.NONE));
                  return 0;
                });
        assertThat(house.get(VerifyAudit.class).verify(admin).getFirst().intact()).isTrue();
      }
    }
  }
}
