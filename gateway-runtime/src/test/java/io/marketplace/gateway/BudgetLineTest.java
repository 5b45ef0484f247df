package io.marketplace.gateway;

import static io.marketplace.gateway.LineFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.model.metering.Booking;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageFlag;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.BudgetId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What budgets let through and what they book, over the whole line. */
class BudgetLineTest {

  private static final String OF_TENANT = "01930000-0000-7000-8000-0000000000b1";
  private static final String OF_EACH_AGENT = "01930000-0000-7000-8000-0000000000b2";
  private static final String OF_UNLABELLED = "01930000-0000-7000-8000-0000000000b3";
  private static final BudgetId TENANT = BudgetId.parse(OF_TENANT);
  private static final BudgetId AGENT = BudgetId.parse(OF_EACH_AGENT);
  private static final BudgetId UNLABELLED = BudgetId.parse(OF_UNLABELLED);

  /** What the provider's usual answer costs: 10 and 3 tokens. */
  private static final long COST = 3_300;

  private final LineFixture line;

  BudgetLineTest(@TempDir Path state) throws IOException {
    line = new LineFixture(state);
    line.documents
        .pool(1, Documents.PROVIDER_EU, line.upstream.url())
        .route("utility", "\"idleMs\":400,\"firstByteMs\":400", 1)
        .route("twice", "\"firstByteMs\":300", 1, 1)
        .budget(OF_TENANT, "tenant", Documents.TENANT)
        .budget(OF_EACH_AGENT, "agent", "*")
        .budget(OF_UNLABELLED, "agent", "");
    line.store.leases.cap(TENANT, 1_000_000_000);
    line.store.leases.cap(AGENT, 1_000_000_000);
    line.store.leases.cap(UNLABELLED, 1_000_000_000);
  }

  @BeforeEach
  void start() {
    line.start();
  }

  @AfterEach
  void stop() {
    line.close();
  }

  @Test
  void aCallIsBookedInEveryBudgetItCountsInAndTheRestIsGivenBack() throws Exception {
    GatewayCall call = line.chat("utility", "hi", "", "Marketplace-Agent", "bot");
    assertThat(line.answer(call).status()).isEqualTo(200);
    List<Booking> bookings = line.row(call).bookings();
    assertThat(bookings)
        .extracting(Booking::budget)
        .containsExactlyInAnyOrder(
            BudgetId.parse(Documents.APPLICATION).value(), TENANT.value(), AGENT.value());
    assertThat(bookings).allMatch(booking -> booking.amount().value() == COST);
    line.stop();
    assertThat(line.store.leases.leased(TENANT)).isEqualTo(COST);
    assertThat(line.store.leases.leased(UNLABELLED)).isZero();
  }

  @Test
  void whatMayCostMoreThanIsLeftIsNotSent() throws Exception {
    line.store.leases.cap(TENANT, 100_000);
    GatewayProblem problem = line.refused(line.chat("utility", "hi", ""));
    assertThat(problem.code()).isEqualTo(ProblemCode.BUDGET_EXCEEDED);
    assertThat(problem.headers()).containsEntry("x-should-retry", "false");
    assertThat(line.upstream.bodies).isEmpty();
    // A smaller wish fits.
    assertThat(line.answer(line.chat("utility", "hi", ",\"max_tokens\":3")).status())
        .isEqualTo(200);
    line.stop();
    assertThat(line.store.leases.leased(TENANT)).isEqualTo(COST);
    assertThat(line.store.leases.leased(UNLABELLED)).isEqualTo(COST);
  }

  @Test
  void eachAgentHasItsOwnCap() throws Exception {
    line.store.leases.cap(AGENT, 2_000_000);
    assertThat(line.refused(line.chat("utility", "hi", "", "Marketplace-Agent", "bot")).code())
        .isEqualTo(ProblemCode.BUDGET_EXCEEDED);
    assertThat(line.answer(line.chat("utility", "hi", "")).status()).isEqualTo(200);
    line.store.leases.cap(AGENT, 1_000_000_000);
    line.store.leases.cap(UNLABELLED, 2_000_000);
    assertThat(line.answer(line.chat("utility", "hi", "", "Marketplace-Agent", "b2")).status())
        .isEqualTo(200);
  }

  @Test
  void fromTheSoftLineOnAnswersSaySo() throws Exception {
    line.store.leases.softPercent(1);
    line.store.leases.cap(TENANT, 5_000_000);
    int soft = 0;
    for (int i = 0; i < 20; i++) {
      Answer answer = line.answer(line.chat("utility", "hi", ",\"max_tokens\":3"));
      if ("soft".equals(answer.headers().get("Marketplace-Budget-Signal"))) {
        soft++;
      }
    }
    // One percent of 5,000,000 is crossed by the sixteenth answer.
    assertThat(soft).isEqualTo(5);
  }

  @Test
  void withoutTheDatabaseTheGatewayLivesOnWhatItHolds() throws Exception {
    assertThat(line.answer(line.chat("utility", "hi", "")).status()).isEqualTo(200);
    line.store.leases.away(true);
    assertThat(line.answer(line.chat("utility", "hi", "")).status()).isEqualTo(200);
    GatewayProblem problem =
        line.refused(line.chat("utility", "hi", "", "Marketplace-Agent", "never-seen-before"));
    assertThat(problem.code()).isEqualTo(ProblemCode.BUDGET_UNAVAILABLE);
    line.store.leases.away(false);
  }

  @Test
  void callersWithoutALimitGetOne() throws Exception {
    line.answer(line.chat("utility", "hi", ""));
    line.answer(line.chat("utility", "hi", ",\"max_tokens\":null"));
    line.answer(line.chat("utility", "hi", ",\"max_completion_tokens\":7"));
    assertThat(line.upstream.bodies.get(0)).endsWith(",\"max_tokens\":4096}");
    assertThat(line.upstream.bodies.get(1)).endsWith(",\"max_tokens\":4096}");
    assertThat(line.upstream.bodies.get(2)).endsWith(",\"max_completion_tokens\":7}");
  }

  @ParameterizedTest
  @CsvSource({"SILENT, UNREPORTED", "NEGATIVE, IMPOSSIBLE"})
  void whatIsNotReportedIsCounted(String content, UsageFlag flag) throws Exception {
    GatewayCall call = line.chat("utility", content, "");
    assertThat(line.answer(call).status()).isEqualTo(200);
    UsageRow row = line.row(call);
    assertThat(row.flag()).isEqualTo(flag);
    assertThat(row.tokens().source()).isEqualTo(TokenCount.Source.COUNTED);
    assertThat(row.tokens().completion()).isEqualTo(3);
    assertThat(row.tokens().prompt()).isBetween(2L, 10L);
    assertThat(row.cost().value()).isPositive();
  }

  @Test
  void whatAProviderReportsAboveTheBoundIsBookedApart() throws Exception {
    GatewayCall call = line.chat("utility", "ABOVE", "");
    assertThat(line.answer(call).status()).isEqualTo(200);
    UsageRow row = line.row(call);
    assertThat(row.flag()).isEqualTo(UsageFlag.EXCESS);
    assertThat(row.cost().value()).isEqualTo(600_001_500);
    long borne = row.cost().value() - row.excess().value();
    assertThat(borne).isLessThan(2_700_000);
    assertThat(row.bookings()).allMatch(booking -> booking.amount().value() == borne);
  }

  @Test
  void anotherAttemptIsReservedBeforeItIsMade() throws Exception {
    // Room for one attempt of about 2.55 million, not for two.
    line.store.leases.cap(TENANT, 3_000_000);
    GatewayProblem problem = line.refused(line.chat("twice", "STATUS500", ""));
    assertThat(problem.code()).isEqualTo(ProblemCode.BUDGET_EXCEEDED);
    assertThat(line.upstream.bodies).hasSize(1);
    // A refusal for want of room is not charged: the other may be asked at once, as soon as the
    // refusal above is forgotten.
    await("the refusal to be forgotten")
        .until(
            () ->
                line.refused(line.chat("twice", "STATUS429", "")).code()
                    == ProblemCode.POOL_SATURATED);
    assertThat(line.upstream.bodies).hasSize(3);
    line.stop();
    assertThat(line.store.leases.leased(TENANT)).isZero();
  }

  @Test
  void aPromptThatWasWorkedOnInVainIsPaidFor() {
    GatewayCall call = line.chat("utility", "HANG", "");
    assertThat(line.refused(call).code()).isEqualTo(ProblemCode.UPSTREAM_TIMEOUT);
    UsageRow row = line.row(call);
    assertThat(row.flag()).isEqualTo(UsageFlag.UNREPORTED);
    assertThat(row.tokens().prompt()).isPositive();
    assertThat(row.tokens().completion()).isZero();
    assertThat(row.bookings()).isNotEmpty().allMatch(booking -> booking.amount().value() > 0);
    // What says that it failed charges nothing.
    GatewayCall failed = line.chat("utility", "STATUS500", "");
    assertThat(line.refused(failed).code()).isEqualTo(ProblemCode.UPSTREAM_ERROR);
    assertThat(line.row(failed).cost().value()).isZero();
  }

  @Test
  void aClientThatLeavesGivesTheRestBack() throws Exception {
    GatewayCall call = line.chat("utility", "ENDLESS", ",\"stream\":true");
    InputStream stream = line.stream(call);
    assertThat(stream.read(new byte[64])).isPositive();
    stream.close();
    UsageRow row = line.row(call);
    assertThat(row.flag()).isEqualTo(UsageFlag.LEFT);
    line.stop();
    assertThat(line.store.leases.leased(TENANT)).isEqualTo(row.cost().value());
  }
}
