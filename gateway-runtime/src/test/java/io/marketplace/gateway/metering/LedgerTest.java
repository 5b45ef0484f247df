package io.marketplace.gateway.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.CallDecision;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.DecidedCall;
import io.marketplace.model.metering.TraceChunk;
import io.marketplace.model.metering.UsageRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

  @TempDir private Path folder;
  private final FakeLedger written = new FakeLedger();
  private final TenantId tenant = TenantId.create();

  private Ledger ledger() {
    Ledger ledger = Ledger.open(folder, 0, written, Clock.systemUTC());
    ledger.start();
    return ledger;
  }

  private static void await(BooleanSupplier condition) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(condition::getAsBoolean);
  }

  @Test
  void aRowComesThroughTheJournalAsItWas() throws Exception {
    UsageRow row = Rows.settled(tenant, "a");
    try (Ledger ledger = ledger()) {
      ledger.journal().settle(row);
      await(() -> written.rows.containsValue(row));
      await(() -> ledger.waiting() == 0);
    }
  }

  @Test
  void rowsOfDifferentTenantsNeverShareABatch() throws Exception {
    try (Ledger ledger = ledger()) {
      for (int i = 0; i < 30; i++) {
        ledger.journal().settle(Rows.settled(i % 2 == 0 ? tenant : TenantId.create(), "a"));
      }
      await(() -> written.rows.size() == 30);
    }
    assertThat(written.batches)
        .allSatisfy(
            batch ->
                assertThat(batch.usage())
                    .allSatisfy(row -> assertThat(row.owner().tenant()).isEqualTo(batch.tenant())));
  }

  @Test
  void anOutageLosesNothingAndTheRestWaitsForTheNextStart() throws Exception {
    written.away = true;
    UsageRow row = Rows.settled(tenant, "a");
    Ledger first = ledger();
    first.journal().settle(row);
    Thread.sleep(300);
    written.away = false;
    await(() -> written.rows.size() == 1);
    written.away = true;
    first.journal().settle(Rows.settled(tenant, "b"));
    first.close();
    assertThat(written.rows).hasSize(1);
    written.away = false;
    try (Ledger second = ledger()) {
      await(() -> written.rows.size() == 2 && second.waiting() == 0);
    }
  }

  @Test
  void whatIsOpenWhenTheGatewayDiesCountsAtItsReservationOnce() throws Exception {
    UsageRow left = Rows.open(tenant);
    UsageRow done = Rows.open(tenant);
    written.away = true;
    try (Ledger dying = ledger()) {
      dying.journal().intend(left);
      dying.journal().intend(done);
      dying.journal().settle(Rows.settled(done));
    }
    written.away = false;
    AtomicInteger recoveries = new AtomicInteger();
    try (Ledger next = Ledger.open(folder, 0, written, Clock.systemUTC())) {
      // runs when everything is written, not before
      next.onRecovery(() -> recoveries.addAndGet(written.rows.size()));
      next.start();
      await(() -> recoveries.get() == 2);
    }
    assertThat(written.rows.get(left.call())).isEqualTo(left);
    assertThat(outcome(done)).isEqualTo("answered");
    int batches = written.batches.size();
    try (Ledger third = ledger()) {
      third.journal().settle(Rows.settled(tenant, "c"));
      await(() -> written.rows.size() == 3);
    }
    // neither is written again
    assertThat(written.batches.stream().skip(batches).flatMap(batch -> batch.usage().stream()))
        .hasSize(1);
  }

  @Test
  void nothingFollowsTheRecoveryBeforeTheOpenCallsAreWritten() throws Exception {
    UsageRow left = Rows.open(tenant);
    try (Ledger dying = ledger()) {
      dying.journal().intend(left);
    }
    AtomicInteger written = new AtomicInteger(-1);
    try (Ledger next = Ledger.open(folder, 0, this.written, Clock.systemUTC())) {
      next.onRecovery(() -> written.set(this.written.rows.size()));
      next.start();
      await(() -> written.get() >= 0);
    }
    // what is left of its slice may go back only behind its row
    assertThat(written).hasValue(1);
  }

  @Test
  void aLaterIntentReplacesTheEarlierOne() throws Exception {
    UsageRow first = Rows.open(tenant);
    UsageRow topUp = Rows.settled(first);
    try (Ledger dying = ledger()) {
      dying.journal().intend(first);
      dying.journal().intend(topUp);
    }
    try (Ledger next = ledger()) {
      await(() -> written.rows.size() == 1);
      assertThat(next.running()).isTrue();
    }
    assertThat(written.rows.get(first.call())).isEqualTo(topUp);
  }

  @Test
  void aCallThatIsOpenForLongHoldsNoFilesAndStillCounts() throws Exception {
    UsageRow lasting = Rows.open(tenant);
    UsageRow ending = Rows.open(tenant);
    UsageRow other = Rows.settled(tenant, "other");
    try (Ledger ledger = ledger()) {
      ledger.journal().intend(lasting);
      ledger.journal().intend(ending);
      // a dozen files of others
      for (int i = 0; i < 500_000; i++) {
        ledger.journal().settle(other);
        if (i == 400_000) {
          ledger.journal().settle(Rows.settled(ending));
        }
      }
      await(() -> ledger.waiting() == 0);
      await(() -> files() < 7);
    }
    try (Ledger next = ledger()) {
      await(() -> written.rows.size() == 3);
      assertThat(next.running()).isTrue();
    }
    assertThat(written.rows.get(lasting.call())).isEqualTo(lasting);
    assertThat(outcome(ending)).isEqualTo("answered");
  }

  private String outcome(UsageRow row) {
    return Objects.requireNonNull(written.rows.get(row.call())).outcome();
  }

  private int files() {
    String[] names =
        folder.resolve("journal").toFile().list((dir, name) -> name.endsWith(".journal"));
    return names == null ? 0 : names.length;
  }

  @Test
  void oneRefusedRowIsSetAsideAndHoldsUpNoOther() throws Exception {
    try (Ledger ledger = ledger()) {
      ledger.journal().settle(Rows.settled(tenant, "a"));
      ledger.journal().settle(Rows.settled(tenant, "bad"));
      ledger.journal().settle(Rows.settled(tenant, "b"));
      await(() -> written.rows.size() == 2 && ledger.waiting() == 0);
    }
    assertThat(Files.readAllLines(folder.resolve("usage-refused.txt"))).hasSize(1);
  }

  @Test
  void tracesComePackedAndWhole() throws Exception {
    DecidedCall answered = decided(200, "answered");
    DecidedCall refused = decided(403, "policy_denied");
    try (Ledger ledger = ledger()) {
      ledger.trace(answered);
      ledger.trace(refused);
      await(() -> !written.traces().isEmpty());
    }
    assertThat(written.traces()).hasSize(1);
    assertThat(written.traces().getFirst().unpack()).containsExactly(answered);
    assertThat(written.batches.stream().flatMap(batch -> batch.refused().stream()))
        .containsExactly(refused);
    assertThat(answered.json()).contains("\"rule\":\"é\\\"\\n\"");
  }

  @Test
  void aTraceCanBeLookedUpFromTheEndOfItsCallOn() throws Exception {
    DecidedCall answered = decided(200, "answered");
    DecidedCall refused = decided(403, "policy_denied");
    try (Ledger ledger = ledger()) {
      ledger.trace(answered);
      ledger.trace(refused);
      while (written.traces().isEmpty()) {
        assertThat(ledger.trace(answered.call())).contains(answered);
        assertThat(ledger.trace(refused.call())).contains(refused);
      }
      assertThat(ledger.trace(answered.call())).contains(answered);
      assertThat(ledger.trace(refused.call())).contains(refused);
      assertThat(ledger.trace(CallId.create())).isEmpty();
    }
  }

  @Test
  void manyTracesMakeChunksThatTheJournalTakes() throws Exception {
    int calls = 5_000;
    try (Ledger ledger = ledger()) {
      for (int i = 0; i < calls; i++) {
        ledger.trace(decided(200, "answered " + i));
      }
      await(() -> written.traces().stream().mapToInt(TraceChunk::calls).sum() == calls);
    }
    assertThat(written.traces()).hasSizeGreaterThan(1);
    assertThat(
            written.traces().stream()
                .flatMap(chunk -> chunk.unpack().stream())
                .map(DecidedCall::outcome))
        .doesNotHaveDuplicates()
        .hasSize(calls);
  }

  private DecidedCall decided(int status, String outcome) {
    return new DecidedCall(
        CallId.create(),
        Instant.parse("2026-11-01T00:00:00.123456Z"),
        tenant,
        ApplicationId.create(),
        "utility",
        status,
        outcome,
        List.of(new CallDecision("policy/ApplyPolicy", "done", List.of("rule", "é\"\n"), 7)));
  }

  @Test
  void aFullDiskRefusesNewCallsAndFinishesOpenOnes() throws Exception {
    try (Ledger ledger = Ledger.open(folder, Long.MAX_VALUE, written, Clock.systemUTC())) {
      ledger.start();
      UsageRow row = Rows.open(tenant);
      assertThatThrownBy(() -> ledger.journal().intend(row))
          .isInstanceOfSatisfying(
              GatewayProblem.class,
              problem -> assertThat(problem.code().code()).isEqualTo("budget_unavailable"));
      ledger.journal().settle(Rows.settled(row));
      await(() -> written.rows.size() == 1);
    }
  }
}
