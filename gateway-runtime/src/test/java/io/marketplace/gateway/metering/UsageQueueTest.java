package io.marketplace.gateway.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageBatch;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.metering.UsageWriter;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageQueueTest {

  /** Keeps what it is given; refuses rows of the alias {@code bad}. */
  private static final class Ledger implements UsageWriter {
    volatile boolean away;
    final List<UsageBatch> batches = new CopyOnWriteArrayList<>();

    @Override
    public void write(UsageBatch batch) {
      if (away) {
        throw new MarketplaceException(ProblemCode.UNAVAILABLE, "away");
      }
      if (batch.usage().stream().anyMatch(row -> row.alias().equals("bad"))) {
        throw new MarketplaceException(ProblemCode.INTERNAL, "refused");
      }
      batches.add(batch);
    }

    List<UsageRow> rows() {
      return batches.stream().flatMap(batch -> batch.usage().stream()).toList();
    }
  }

  @TempDir private Path folder;
  private final Ledger ledger = new Ledger();

  private UsageQueue queue() {
    UsageQueue queue = new UsageQueue(ledger, new SpillFile(folder), Clock.systemUTC());
    queue.start();
    return queue;
  }

  private static UsageRow row(TenantId tenant, String alias) {
    return new UsageRow(
        CallId.create(),
        Instant.parse("2026-11-01T00:00:00.123456Z"),
        new CallOwner(tenant, TeamId.create(), ApplicationId.create(), KeyId.create()),
        "utility",
        alias,
        new Attribution("é", null, null, null),
        null,
        Sensitivity.INTERNAL,
        null,
        new TokenCount(3, 1, 2, TokenCount.Source.UPSTREAM),
        new NanoUsd(5),
        "bypass",
        200,
        "answered",
        false,
        1,
        1.5,
        null,
        "r",
        List.of(),
        NanoUsd.ZERO,
        null);
  }

  private void await(int rows) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(5));
    while (ledger.rows().size() < rows && Instant.now().isBefore(end)) {
      Thread.sleep(5);
    }
    assertThat(ledger.rows()).hasSize(rows);
  }

  @Test
  void rowsOfDifferentTenantsNeverShareABatch() throws Exception {
    try (UsageQueue queue = queue()) {
      TenantId one = TenantId.create();
      TenantId two = TenantId.create();
      queue.usage(row(one, "a"));
      queue.usage(row(two, "a"));
      queue.usage(row(one, "a"));
      await(3);
    }
    assertThat(ledger.batches)
        .allSatisfy(
            batch ->
                assertThat(batch.usage())
                    .allSatisfy(row -> assertThat(row.owner().tenant()).isEqualTo(batch.tenant())));
  }

  @Test
  void anOutageLosesNothing() throws Exception {
    try (UsageQueue queue = queue()) {
      ledger.away = true;
      queue.usage(row(TenantId.create(), "a"));
      Thread.sleep(300);
      ledger.away = false;
      await(1);
    }
  }

  @Test
  void whatCannotBeWrittenBeforeTheEndComesBackAtTheNextStart() throws Exception {
    ledger.away = true;
    UsageRow row = row(TenantId.create(), "a");
    try (UsageQueue queue = queue()) {
      queue.usage(row);
    }
    assertThat(folder.resolve("usage-spill.jsonl")).exists();
    ledger.away = false;
    try (UsageQueue queue = queue()) {
      await(1);
      assertThat(queue.waiting()).isZero();
    }
    assertThat(ledger.rows()).containsExactly(row);
    assertThat(folder.resolve("usage-spill.jsonl")).doesNotExist();
  }

  @Test
  void oneRefusedRowIsSetAsideAndHoldsUpNoOther() throws Exception {
    TenantId tenant = TenantId.create();
    try (UsageQueue queue = queue()) {
      queue.usage(row(tenant, "a"));
      queue.usage(row(tenant, "bad"));
      queue.usage(row(tenant, "a"));
      await(2);
    }
    assertThat(Files.readAllLines(folder.resolve("usage-refused.jsonl"))).hasSize(1);
  }

  @Test
  void whatDidNotFitIntoMemoryComesAfterTheCrowd() throws Exception {
    TenantId tenant = TenantId.create();
    ledger.away = true;
    try (UsageQueue queue = new UsageQueue(ledger, new SpillFile(folder), Clock.systemUTC(), 10)) {
      queue.start();
      for (int i = 0; i < 50; i++) {
        queue.usage(row(tenant, "utility"));
      }
      assertThat(folder.resolve("usage-spill.jsonl")).exists();
      ledger.away = false;
      await(50);
      assertThat(ledger.rows().stream().map(UsageRow::call).distinct()).hasSize(50);
    }
    assertThat(folder.resolve("usage-spill.jsonl")).doesNotExist();
    assertThat(folder.resolve("usage-replay.jsonl")).doesNotExist();
  }

  @Test
  void aKillWhileRowsAreTakenBackLosesNone() throws Exception {
    SpillFile spill = new SpillFile(folder);
    spill.append(List.of(new LedgerEntry.Usage(row(TenantId.create(), "utility"))));
    // taken, and the process dies before they are written
    assertThat(spill.takeAll()).hasSize(1);
    spill.append(List.of(new LedgerEntry.Usage(row(TenantId.create(), "utility"))));

    try (UsageQueue queue = queue()) {
      await(2);
      assertThat(queue.running()).isTrue();
    }
    assertThat(folder.resolve("usage-replay.jsonl")).doesNotExist();
  }
}
