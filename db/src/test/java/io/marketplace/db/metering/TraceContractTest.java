package io.marketplace.db.metering;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.CallDecision;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.metering.DecidedCall;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.TraceChunk;
import io.marketplace.model.metering.TraceQueries;
import io.marketplace.model.metering.TraceRow;
import io.marketplace.model.metering.UsageBatch;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.snapshot.GatewayStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** How calls were decided, and who may read it. */
class TraceContractTest {

  private static Enterprise house;
  private static Instant start;
  private static TraceQueries traces;
  private static ApplicationId payments;
  private static CallId older;
  private static CallId newer;
  private static CallId foreign;

  @BeforeAll
  static void write() throws SQLException {
    house = new Enterprise();
    // A call's identifier tells when it was made, and packed traces are looked for around then.
    start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(5);
    traces = house.get(TraceQueries.class);
    payments = house.application("Payments");
    ApplicationId research = house.otherApplication("Research");
    older = trace(house.retail, payments, start, 200, "answered");
    newer = trace(house.retail, payments, start.plusSeconds(1), 403, "policy_denied");
    foreign = trace(house.capital, research, start.plusSeconds(2), 200, "answered");
  }

  @AfterAll
  static void close() throws SQLException {
    house.close();
  }

  private static CallId trace(
      TenantId tenant, ApplicationId application, Instant at, int status, String outcome) {
    PGSimpleDataSource gateway = new PGSimpleDataSource();
    gateway.setUrl(house.database.url());
    gateway.setUser("marketplace_gateway");
    gateway.setPassword(house.database.password());
    GatewayStore store =
        ServiceLoader.load(GatewayStore.Opener.class).findFirst().orElseThrow().open(gateway);
    boolean answered = outcome.equals("answered");
    UsageRow booked =
        LedgerRows.row(
            new CallOwner(
                tenant, new LedgerRows(house).teamOf(application), application, KeyId.create()),
            "utility",
            Sensitivity.INTERNAL,
            Attribution.NONE,
            null,
            TokenCount.ZERO,
            at,
            0);
    CallId call = booked.call();
    DecidedCall decided =
        new DecidedCall(
            call,
            at,
            tenant,
            application,
            "utility",
            status,
            outcome,
            List.of(new CallDecision("policy/ApplyPolicy", "lawful", List.of("rule", "3"), 12)));
    store
        .usage()
        .write(
            new UsageBatch(
                tenant,
                answered ? List.of(booked) : List.of(),
                answered ? List.of(TraceChunk.of(List.of(decided))) : List.of(),
                answered ? List.of() : List.of(decided),
                List.of()));
    return call;
  }

  @Test
  void aDeveloperReadsTheCallsOfTheOwnTeams() {
    TraceRow row = traces.trace(house.developer, newer);

    assertThat(row.tenant()).isEqualTo(house.retail);
    assertThat(row.application()).isEqualTo(payments);
    assertThat(row.startedAt()).isEqualTo(start.plusSeconds(1));
    assertThat(row.status()).isEqualTo(403);
    assertThat(row.outcome()).isEqualTo("policy_denied");
    assertThat(row.json()).contains("utility", "policy/ApplyPolicy", "lawful");
    assertThat(traces.trace(house.developer, older).json()).contains("policy/ApplyPolicy");
  }

  @Test
  void theNewestComesFirstAndPagesGoOn() {
    Page<TraceRow> first = traces.recent(house.developer, PageRequest.first(1));
    assertThat(first.items()).extracting(TraceRow::call).containsExactly(newer);

    Page<TraceRow> all = traces.recent(house.developer, PageRequest.first(10));
    assertThat(all.items()).extracting(TraceRow::call).containsExactly(newer, older);
  }

  @Test
  void nothingIsUnpackedThatHoldsNoCallToBeShown() throws SQLException {
    // What cannot be unpacked would be noticed: before, between and behind the calls, in time.
    try (Connection connection = house.database.admin();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into trace_chunk (id, tenant_id, first_at, last_at, calls, body)
          select gen_random_uuid(), '%s', at, at, 1, '\\x00' from (values (now() - interval '1 hour'),
            (now() - interval '4 seconds'), (now() + interval '1 hour')) as t (at)
          """
              .formatted(house.retail));
    }
    assertThat(calls(house.approver)).containsExactly(newer, older);
    assertThat(traces.trace(house.developer, older).json()).contains("policy/ApplyPolicy");
    assertRefused(ProblemCode.NOT_FOUND, () -> traces.trace(house.stranger, older));
  }

  @Test
  void aCallWhoseTraceWasLostIsLeftOut() throws SQLException {
    CallId lost =
        new LedgerRows(house)
            .book(house.developer, payments, "utility", "", start.plusSeconds(3), 1);

    assertThat(calls(house.developer)).containsExactly(newer, older);
    assertRefused(ProblemCode.NOT_FOUND, () -> traces.trace(house.developer, lost));
  }

  @Test
  void anotherTeamsCallsAndAnotherTenantsAreNotThere() {
    for (Actor outsider : List.of(house.stranger, house.otherDeveloper, house.otherApprover)) {
      assertRefused(ProblemCode.NOT_FOUND, () -> traces.trace(outsider, older));
    }
    assertRefused(ProblemCode.NOT_FOUND, () -> traces.trace(house.approver, foreign));
    assertRefused(ProblemCode.NOT_FOUND, () -> traces.trace(house.developer, CallId.create()));
    assertThat(traces.recent(house.stranger, PageRequest.first(10)).items()).isEmpty();
  }

  @Test
  void approversReadTheirTenantAndAdministratorsAll() {
    assertThat(calls(house.approver)).containsExactly(newer, older);
    assertThat(calls(house.otherApprover)).containsExactly(foreign);
    assertThat(calls(house.admin)).containsExactly(foreign, newer, older);
  }

  private static List<CallId> calls(Actor actor) {
    return traces.recent(actor, PageRequest.first(10)).items().stream()
        .map(TraceRow::call)
        .toList();
  }
}
