package io.marketplace.gateway;

import static io.marketplace.gateway.LineFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.metering.Ledger;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.Attempt;
import io.marketplace.model.metering.AttemptEnd;
import io.marketplace.model.metering.Booking;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageFlag;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.BudgetId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands beneath a row when a call took more than one attempt, and what that costs. */
class AttemptsLineTest {

  private static final String OF_TENANT = "01930000-0000-7000-8000-0000000000b1";
  private static final BudgetId TENANT = BudgetId.parse(OF_TENANT);
  private static final long COST = 3_300;

  private final Path state;
  private final LineFixture line;
  private final LoopbackUpstream mute = new LoopbackUpstream();
  private final LoopbackUpstream failing = new LoopbackUpstream();

  AttemptsLineTest(@TempDir Path state) throws IOException {
    this.state = state;
    line = new LineFixture(state);
    mute.always = "HANG";
    failing.always = "STATUS503";
    String dear = "\"completionNanoPerMillion\":600000000";
    String cheap = "\"completionNanoPerMillion\":0";
    line.documents
        .price(dear)
        .pool(1, Documents.PROVIDER_EU, mute.url())
        .pool(2, Documents.PROVIDER_EU, failing.url())
        .pool(3, Documents.PROVIDER_EU, line.upstream.url())
        .price(cheap)
        .pool(4, Documents.PROVIDER_EU, line.upstream.url())
        .route("utility", "", 3)
        .route("chain", "\"firstByteMs\":300", 1, 2, 3)
        .route("vain", "\"firstByteMs\":300", 1, 2)
        .route("slow", "\"firstByteMs\":1500", 1, 1)
        .route("backwards", "\"firstByteMs\":300", 1, 4, 3)
        .budget(OF_TENANT, "tenant", Documents.TENANT);
    line.store.leases.cap(TENANT, 1_000_000_000);
  }

  @BeforeEach
  void start() {
    line.start();
  }

  @AfterEach
  void stop() {
    line.close();
    mute.close();
    failing.close();
  }

  private static long costs(List<Attempt> attempts) {
    return attempts.stream().mapToLong(one -> one.cost().value()).sum();
  }

  /** What each budget bears: of the grant and of the tenant. */
  private static Collection<Long> booked(UsageRow row) {
    return row.bookings().stream()
        .collect(
            Collectors.groupingBy(Booking::budget, Collectors.summingLong(AttemptsLineTest::nano)))
        .values();
  }

  private static long nano(Booking booking) {
    return booking.amount().value();
  }

  @Test
  void eachAttemptStandsBeneathTheRowAndTheRowCostsTheirSum() {
    GatewayCall call = line.chat("chain", "hi", "");
    Answer answer = line.answer(call);
    assertThat(answer.status()).isEqualTo(200);

    UsageRow row = line.row(call);
    List<Attempt> attempts = row.beneath();
    assertThat(attempts)
        .extracting(Attempt::end)
        .containsExactly(AttemptEnd.TIMEOUT, AttemptEnd.REFUSED, AttemptEnd.ANSWERED);
    assertThat(attempts).extracting(Attempt::status).containsExactly(null, 503, null);
    assertThat(attempts)
        .extracting(one -> one.by().pool().toString())
        .containsExactly(Documents.poolId(1), Documents.poolId(2), Documents.poolId(3));
    assertThat(attempts.getFirst().ms()).isBetween(250.0, 5_000.0);
    long prompt = attempts.getFirst().tokens().prompt();
    assertThat(prompt).isBetween(1L, 20L);
    assertThat(attempts.getFirst().cost()).isEqualTo(new NanoUsd(prompt * 150));
    assertThat(attempts.get(1).cost()).isEqualTo(NanoUsd.ZERO);
    assertThat(attempts.getLast().cost()).isEqualTo(new NanoUsd(COST));
    assertThat(row.cost().value()).isEqualTo(costs(attempts)).isEqualTo(COST + prompt * 150);
    assertThat(row.tokens())
        .isEqualTo(new TokenCount(10 + prompt, 0, 3, TokenCount.Source.UPSTREAM));
    assertThat(row.flag()).isEqualTo(UsageFlag.UNANSWERED);
    assertThat(row.attempts()).isEqualTo(3);
    assertThat(booked(row)).containsOnly(row.cost().value()).hasSize(2);
    assertThat(answer.headers()).containsEntry("Marketplace-Cost-Usd", row.cost().toDollars());
    line.stop();
    assertThat(line.store.leases.leased(TENANT)).isEqualTo(row.cost().value());
  }

  @Test
  void oneAttemptHasNothingBeneath() {
    GatewayCall call = line.chat("utility", "hi", "");
    assertThat(line.answer(call).status()).isEqualTo(200);
    assertThat(line.row(call).beneath()).isEmpty();
  }

  @Test
  void aCallThatNobodyAnswersPaysForThePromptThatWasWorkedOn() {
    GatewayCall call = line.chat("vain", "hi", "");
    assertThat(line.refused(call).code()).isEqualTo(ProblemCode.UPSTREAM_ERROR);
    UsageRow row = line.row(call);
    assertThat(row.beneath())
        .extracting(Attempt::end)
        .containsExactly(AttemptEnd.TIMEOUT, AttemptEnd.REFUSED);
    assertThat(row.cost()).isEqualTo(row.beneath().getFirst().cost());
    assertThat(row.cost().value()).isPositive();
    assertThat(row.flag()).isEqualTo(UsageFlag.UNANSWERED);
    assertThat(row.tokens().source()).isEqualTo(TokenCount.Source.COUNTED);
  }

  @Test
  void aStreamThatIsLeftIsTheLastAttempt() throws Exception {
    GatewayCall call = line.chat("chain", "ENDLESS", ",\"stream\":true");
    try (InputStream stream = line.stream(call)) {
      assertThat(stream.read(new byte[64])).isPositive();
    }
    UsageRow row = line.row(call);
    assertThat(row.beneath())
        .extracting(Attempt::end)
        .containsExactly(AttemptEnd.TIMEOUT, AttemptEnd.REFUSED, AttemptEnd.CANCELLED);
    assertThat(row.cost().value()).isEqualTo(costs(row.beneath()));
    assertThat(row.flag()).isEqualTo(UsageFlag.LEFT);
  }

  @Test
  void whatIsReportedAboveTheBoundIsExcessOfTheWholeCall() {
    GatewayCall call = line.chat("chain", "ABOVE", "");
    assertThat(line.answer(call).status()).isEqualTo(200);
    UsageRow row = line.row(call);
    assertThat(row.flag()).isEqualTo(UsageFlag.EXCESS);
    assertThat(row.cost().value()).isEqualTo(costs(row.beneath()));
    long borne = row.cost().value() - row.excess().value();
    // Three attempts of about 2.55 million each were reserved at the most.
    assertThat(borne).isBetween(5_000_000L, 7_700_000L);
    assertThat(booked(row)).containsOnly(borne).hasSize(2);
  }

  @Test
  void whatMayBeChargedStaysReservedBesideEveryLaterAttempt() {
    // The first may be charged some 2.55 million, the second refuses, the third may cost as much as
    // the first: 4 million are not enough for both.
    line.store.leases.cap(TENANT, 4_000_000);
    GatewayProblem problem = line.refused(line.chat("backwards", "STATUS429", ""));
    assertThat(problem.code()).isEqualTo(ProblemCode.BUDGET_EXCEEDED);
    assertThat(line.upstream.bodies).hasSize(1);
  }

  @Test
  void aGatewayThatDiesAmidTheSecondAttemptLeavesBothToItsSuccessor(@TempDir Path copy)
      throws Exception {
    GatewayCall call = line.chat("slow", "hi", "");
    Thread caller = Thread.ofVirtual().start(() -> assertThat(line.refused(call)).isNotNull());
    await("the second attempt").until(() -> mute.bodies.size() == 2);
    copy(state.resolve("journal"), copy.resolve("journal"));
    caller.join();

    List<UsageRow> replayed = new CopyOnWriteArrayList<>();
    try (Ledger next =
        Ledger.open(copy, 0, batch -> replayed.addAll(batch.usage()), Clock.systemUTC())) {
      next.start();
      await("the open call's row").until(() -> !replayed.isEmpty());
    }
    assertThat(replayed).hasSize(1);
    UsageRow row = replayed.getFirst();
    assertThat(row.call()).isEqualTo(call.id());
    assertThat(row.flag()).isEqualTo(UsageFlag.INTERRUPTED);
    assertThat(row.beneath())
        .extracting(Attempt::end)
        .containsExactly(AttemptEnd.TIMEOUT, AttemptEnd.INTERRUPTED);
    // Both reservations count, as they did for the budget.
    assertThat(row.cost().value()).isEqualTo(costs(row.beneath())).isGreaterThan(4_000_000);
    assertThat(booked(row)).containsOnly(row.cost().value()).hasSize(2);
    assertThat(line.row(call).cost().value()).isLessThan(row.cost().value());
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Path unused = Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }
}
