package io.marketplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.model.metering.Booking;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageFlag;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.BudgetId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

  private final LoopbackUpstream upstream;
  private final Documents documents;
  private final FakeStore store;
  private final Gateway gateway;

  BudgetLineTest(@TempDir Path state) throws Exception {
    upstream = new LoopbackUpstream();
    documents =
        new Documents()
            .pool(1, Documents.PROVIDER_EU, upstream.url())
            .route("utility", "\"idleMs\":400,\"firstByteMs\":400", 1)
            .route("twice", "\"firstByteMs\":300", 1, 1)
            .budget(OF_TENANT, "tenant", Documents.TENANT)
            .budget(OF_EACH_AGENT, "agent", "*")
            .budget(OF_UNLABELLED, "agent", "");
    store = new FakeStore(documents);
    store.leases.cap(TENANT, 1_000_000_000);
    store.leases.cap(AGENT, 1_000_000_000);
    store.leases.cap(UNLABELLED, 1_000_000_000);
    gateway =
        new Gateway(
            GatewayConfig.of(
                Map.of(
                    "MARKETPLACE_ALLOW_LOOPBACK_UPSTREAMS",
                    "true",
                    "MARKETPLACE_KEY_PEPPER",
                    Documents.ZEROS,
                    "MARKETPLACE_MASTER_KEY",
                    Documents.ZEROS,
                    "MARKETPLACE_GATEWAY_STATE",
                    state.toString())),
            store,
            Clock.systemUTC());
  }

  @BeforeEach
  void start() throws InterruptedException {
    gateway.start();
    for (int i = 0; i < 500 && !gateway.ready(); i++) {
      Thread.sleep(5);
    }
  }

  @AfterEach
  void stop() {
    gateway.close();
    upstream.close();
  }

  private GatewayCall call(String alias, String content, String members, String... headers)
      throws IOException {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.put("Authorization", "Bearer " + documents.secret.reveal());
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    byte[] body =
        "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]%s}"
            .formatted(alias, content, members)
            .getBytes(StandardCharsets.UTF_8);
    return gateway
        .reader()
        .read(
            CallId.create(), Operation.CHAT, all::get, new ByteArrayInputStream(body), body.length);
  }

  private GatewayProblem refused(GatewayCall call) {
    return Objects.requireNonNull(
        catchThrowableOfType(
            GatewayProblem.class,
            () -> {
              Answer unused = gateway.line().proceed(call);
            }));
  }

  private UsageRow row(GatewayCall call) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(2));
    while (Instant.now().isBefore(end)) {
      for (UsageRow row : store.usage) {
        if (row.call().equals(call.id())) {
          return row;
        }
      }
      Thread.sleep(5);
    }
    throw new AssertionError("no usage row within 2 s");
  }

  @Test
  void aCallIsBookedInEveryBudgetItCountsInAndTheRestIsGivenBack() throws Exception {
    GatewayCall call = call("utility", "hi", "", "Marketplace-Agent", "bot");
    assertThat(gateway.line().proceed(call).status()).isEqualTo(200);
    List<Booking> bookings = row(call).bookings();
    assertThat(bookings)
        .extracting(Booking::budget)
        .containsExactlyInAnyOrder(
            BudgetId.parse(Documents.APPLICATION).value(), TENANT.value(), AGENT.value());
    assertThat(bookings).allMatch(booking -> booking.amount().value() == COST);
    gateway.close();
    assertThat(store.leases.leased(TENANT)).isEqualTo(COST);
    assertThat(store.leases.leased(UNLABELLED)).isZero();
  }

  @Test
  void whatMayCostMoreThanIsLeftIsNotSent() throws Exception {
    store.leases.cap(TENANT, 100_000);
    GatewayProblem problem = refused(call("utility", "hi", ""));
    assertThat(problem.code()).isEqualTo(ProblemCode.BUDGET_EXCEEDED);
    assertThat(problem.headers()).containsEntry("x-should-retry", "false");
    assertThat(upstream.bodies).isEmpty();
    // A smaller wish fits.
    assertThat(gateway.line().proceed(call("utility", "hi", ",\"max_tokens\":3")).status())
        .isEqualTo(200);
    gateway.close();
    assertThat(store.leases.leased(TENANT)).isEqualTo(COST);
    assertThat(store.leases.leased(UNLABELLED)).isEqualTo(COST);
  }

  @Test
  void eachAgentHasItsOwnCap() throws Exception {
    store.leases.cap(AGENT, 2_000_000);
    assertThat(refused(call("utility", "hi", "", "Marketplace-Agent", "bot")).code())
        .isEqualTo(ProblemCode.BUDGET_EXCEEDED);
    assertThat(gateway.line().proceed(call("utility", "hi", "")).status()).isEqualTo(200);
    store.leases.cap(AGENT, 1_000_000_000);
    store.leases.cap(UNLABELLED, 2_000_000);
    Thread.sleep(400);
    assertThat(
            gateway.line().proceed(call("utility", "hi", "", "Marketplace-Agent", "b2")).status())
        .isEqualTo(200);
  }

  @Test
  void fromTheSoftLineOnAnswersSaySo() throws Exception {
    store.leases.softPercent(1);
    store.leases.cap(TENANT, 5_000_000);
    int soft = 0;
    for (int i = 0; i < 20; i++) {
      Answer answer = gateway.line().proceed(call("utility", "hi", ",\"max_tokens\":3"));
      if ("soft".equals(answer.headers().get("Marketplace-Budget-Signal"))) {
        soft++;
      }
    }
    // One percent of 5,000,000 is crossed by the sixteenth answer.
    assertThat(soft).isEqualTo(5);
  }

  @Test
  void withoutTheDatabaseTheGatewayLivesOnWhatItHolds() throws Exception {
    assertThat(gateway.line().proceed(call("utility", "hi", "")).status()).isEqualTo(200);
    store.leases.away(true);
    assertThat(gateway.line().proceed(call("utility", "hi", "")).status()).isEqualTo(200);
    GatewayProblem problem =
        refused(call("utility", "hi", "", "Marketplace-Agent", "never-seen-before"));
    assertThat(problem.code()).isEqualTo(ProblemCode.BUDGET_UNAVAILABLE);
    store.leases.away(false);
  }

  @Test
  void callersWithoutALimitGetOne() throws Exception {
    gateway.line().proceed(call("utility", "hi", ""));
    gateway.line().proceed(call("utility", "hi", ",\"max_tokens\":null"));
    gateway.line().proceed(call("utility", "hi", ",\"max_completion_tokens\":7"));
    assertThat(upstream.bodies.get(0)).endsWith(",\"max_tokens\":4096}");
    assertThat(upstream.bodies.get(1)).endsWith(",\"max_tokens\":4096}");
    assertThat(upstream.bodies.get(2)).endsWith(",\"max_completion_tokens\":7}");
  }

  @ParameterizedTest
  @CsvSource({"SILENT, UNREPORTED", "NEGATIVE, IMPOSSIBLE"})
  void whatIsNotReportedIsCounted(String content, UsageFlag flag) throws Exception {
    GatewayCall call = call("utility", content, "");
    assertThat(gateway.line().proceed(call).status()).isEqualTo(200);
    UsageRow row = row(call);
    assertThat(row.flag()).isEqualTo(flag);
    assertThat(row.tokens().source()).isEqualTo(TokenCount.Source.COUNTED);
    assertThat(row.tokens().completion()).isEqualTo(3);
    assertThat(row.tokens().prompt()).isBetween(2L, 10L);
    assertThat(row.cost().value()).isPositive();
  }

  @Test
  void whatAProviderReportsAboveTheBoundIsBookedApart() throws Exception {
    GatewayCall call = call("utility", "ABOVE", "");
    assertThat(gateway.line().proceed(call).status()).isEqualTo(200);
    UsageRow row = row(call);
    assertThat(row.flag()).isEqualTo(UsageFlag.EXCESS);
    assertThat(row.cost().value()).isEqualTo(600_001_500);
    long borne = row.cost().value() - row.excess().value();
    assertThat(borne).isLessThan(2_700_000);
    assertThat(row.bookings()).allMatch(booking -> booking.amount().value() == borne);
  }

  @Test
  void anotherAttemptIsReservedBeforeItIsMade() throws Exception {
    // Room for one attempt of about 2.55 million, not for two.
    store.leases.cap(TENANT, 3_000_000);
    GatewayProblem problem = refused(call("twice", "STATUS500", ""));
    assertThat(problem.code()).isEqualTo(ProblemCode.BUDGET_EXCEEDED);
    assertThat(upstream.bodies).hasSize(1);
    Thread.sleep(400);
    // A refusal for want of room is not charged: the other may be asked at once.
    assertThat(refused(call("twice", "STATUS429", "")).code())
        .isEqualTo(ProblemCode.POOL_SATURATED);
    assertThat(upstream.bodies).hasSize(3);
    gateway.close();
    assertThat(store.leases.leased(TENANT)).isZero();
  }

  @Test
  void aClientThatLeavesGivesTheRestBack() throws Exception {
    GatewayCall call = call("utility", "ENDLESS", ",\"stream\":true");
    InputStream stream = Objects.requireNonNull(gateway.line().proceed(call).stream());
    assertThat(stream.read(new byte[64])).isPositive();
    stream.close();
    UsageRow row = row(call);
    assertThat(row.flag()).isEqualTo(UsageFlag.LEFT);
    gateway.close();
    assertThat(store.leases.leased(TENANT)).isEqualTo(row.cost().value());
  }
}
