package io.marketplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.DecidedCall;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole line in one process, from a call's bytes to a provider on loopback and back into the
 * ledger.
 */
class GatewayLineTest {

  @TempDir private Path folder;
  private final LoopbackUpstream upstream;
  private final Documents documents;
  private final FakeStore store;
  private Gateway gateway;

  GatewayLineTest(@TempDir Path state) throws Exception {
    folder = state;
    upstream = new LoopbackUpstream();
    documents =
        new Documents()
            .pool(1, Documents.PROVIDER_EU, upstream.url())
            .pool(2, Documents.PROVIDER_US, upstream.url())
            // Port 1 refuses connections on every machine that can run this.
            .pool(3, Documents.PROVIDER_EU, "http://127.0.0.1:1", "http://127.0.0.1:1/v1")
            .route("utility", "\"idleMs\":400,\"firstByteMs\":400", 1)
            .route("failover", "", 3, 1)
            .route("twice", "", 1, 1)
            .route("dead", "", 3)
            .route("abroad", "", 2)
            .route("borders", "", 2, 1);
    store = new FakeStore(documents);
    gateway = gateway(Map.of());
  }

  private Gateway gateway(Map<String, String> more) {
    Map<String, String> env = new HashMap<>();
    env.put("MARKETPLACE_ALLOW_LOOPBACK_UPSTREAMS", "true");
    env.putAll(more);
    env.put("MARKETPLACE_KEY_PEPPER", Documents.ZEROS);
    env.put("MARKETPLACE_MASTER_KEY", Documents.ZEROS);
    env.put("MARKETPLACE_GATEWAY_STATE", folder.toString());
    env.put("PORTAL_URL", "http://portal");
    return new Gateway(GatewayConfig.of(env), store, Clock.systemUTC());
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

  private GatewayCall call(String alias, String content, boolean stream, String... headers)
      throws IOException {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.put("Authorization", "Bearer " + documents.secret.reveal());
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    byte[] body =
        "{\"model\":\"%s\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
            .formatted(alias, stream, content)
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
      List<UsageRow> rows =
          store.usage.stream().filter(row -> row.call().equals(call.id())).toList();
      if (!rows.isEmpty()) {
        assertThat(rows).hasSize(1);
        return rows.getFirst();
      }
      Thread.sleep(5);
    }
    throw new AssertionError("no usage row within 2 s");
  }

  /** Traces are written about once a second. */
  private String trace(GatewayCall call) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(5));
    while (Instant.now().isBefore(end)) {
      for (DecidedCall decided : store.traces) {
        if (decided.call().equals(call.id())) {
          return decided.json();
        }
      }
      Thread.sleep(5);
    }
    throw new AssertionError("no trace within 5 s");
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aPlainAnswerIsPassedOnMeteredAndPriced() throws Exception {
    GatewayCall call = call("utility", "hi", false, "Marketplace-Agent", "bot");
    Answer answer = gateway.line().proceed(call);
    assertThat(new String(answer.bytes(), StandardCharsets.UTF_8))
        .isEqualTo(LoopbackUpstream.PLAIN);
    assertThat(answer.headers())
        .containsEntry("Marketplace-Cost-Usd", "0.0000033")
        .containsEntry("Marketplace-Cache", "bypass");
    UsageRow row = row(call);
    assertThat(row.tokens()).isEqualTo(new TokenCount(10, 0, 3, TokenCount.Source.UPSTREAM));
    assertThat(row.cost().value()).isEqualTo(3_300);
    assertThat(row.attribution().agent()).isEqualTo("bot");
    assertThat(Objects.requireNonNull(row.servedBy()).priceVersion()).isEqualTo(3);
    assertThat(upstream.bodies.getFirst()).contains("\"model\":\"m\"");
    assertThat(upstream.authorizations).containsExactly("Bearer upstream-secret");
  }

  @Test
  void aStreamIsPassedOnWithoutTheReportNobodyAskedFor() throws Exception {
    GatewayCall call = call("utility", "hi", true);
    try (InputStream stream = Objects.requireNonNull(gateway.line().proceed(call).stream())) {
      assertThat(text(stream)).isEqualTo(LoopbackUpstream.CHUNK.repeat(3) + LoopbackUpstream.DONE);
    }
    UsageRow row = row(call);
    assertThat(row.tokens()).isEqualTo(new TokenCount(11, 0, 5, TokenCount.Source.UPSTREAM));
    assertThat(row.outcome()).isEqualTo("answered");
    assertThat(row.ttftMs()).isNotNull();
  }

  @Test
  void aBrokenStreamIsAProblemAndIsBookedAsBroken() throws Exception {
    GatewayCall call = call("utility", "BREAK", true);
    try (InputStream stream = Objects.requireNonNull(gateway.line().proceed(call).stream())) {
      GatewayProblem problem =
          Objects.requireNonNull(catchThrowableOfType(GatewayProblem.class, () -> text(stream)));
      assertThat(problem.code()).isEqualTo(ProblemCode.UPSTREAM_ERROR);
    }
    UsageRow row = row(call);
    assertThat(row.outcome()).isEqualTo("broken");
    assertThat(row.tokens().source()).isEqualTo(TokenCount.Source.COUNTED);
    assertThat(row.tokens().completion()).isEqualTo(3);
  }

  @Test
  void aStreamThatStallsIsATimeout() throws Exception {
    GatewayCall call = call("utility", "STALL", true);
    try (InputStream stream = Objects.requireNonNull(gateway.line().proceed(call).stream())) {
      GatewayProblem problem =
          Objects.requireNonNull(catchThrowableOfType(GatewayProblem.class, () -> text(stream)));
      assertThat(problem.code()).isEqualTo(ProblemCode.UPSTREAM_TIMEOUT);
    }
    assertThat(row(call).outcome()).isEqualTo("broken");
  }

  @Test
  void aClientThatLeavesEndsTheProvidersWorkAndPaysForWhatWasStreamed() throws Exception {
    GatewayCall call = call("utility", "ENDLESS", true);
    InputStream stream = Objects.requireNonNull(gateway.line().proceed(call).stream());
    byte[] buffer = new byte[64];
    assertThat(stream.read(buffer)).isPositive();
    stream.close();
    assertThat(upstream.clientLeft.await(5, TimeUnit.SECONDS)).isTrue();
    UsageRow row = row(call);
    assertThat(row.outcome()).isEqualTo("cancelled");
    assertThat(row.tokens().source()).isEqualTo(TokenCount.Source.COUNTED);
    assertThat(row.tokens().completion()).isPositive();
    assertThat(row.cost().value()).isPositive();
  }

  @Test
  void aDeadPoolIsPassedOverBeforeTheFirstByte() throws Exception {
    GatewayCall call = call("failover", "hi", true);
    try (InputStream stream = Objects.requireNonNull(gateway.line().proceed(call).stream())) {
      assertThat(text(stream)).endsWith(LoopbackUpstream.DONE);
    }
    assertThat(row(call).outcome()).isEqualTo("answered");
  }

  @Test
  void aFailingCandidateIsFollowedByItsFallbackAndBothAreCounted() throws Exception {
    GatewayCall call = call("twice", "STATUS503", false);
    assertThat(refused(call).code()).isEqualTo(ProblemCode.UPSTREAM_ERROR);
    assertThat(row(call).attempts()).isEqualTo(2);
    assertThat(row(call).cost().value()).isZero();
  }

  @Test
  void aStreamWithoutAFirstByteMayBeTriedAgain() throws Exception {
    GatewayCall call = call("twice", "EMPTY", true);
    assertThat(refused(call).code()).isEqualTo(ProblemCode.UPSTREAM_ERROR);
    assertThat(upstream.bodies).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "STATUS400, INVALID_REQUEST",
    "STATUS422, INVALID_REQUEST",
    "STATUS401, UPSTREAM_ERROR",
    "STATUS404, UPSTREAM_ERROR",
    "STATUS429, POOL_SATURATED",
    "STATUS500, UPSTREAM_ERROR",
    "HANG, UPSTREAM_TIMEOUT"
  })
  void whatAProviderRefusesIsTold(String content, ProblemCode code) throws Exception {
    GatewayProblem problem = refused(call("utility", content, false));
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.text()).doesNotContain("127.0.0.1");
    if (code == ProblemCode.POOL_SATURATED) {
      assertThat(problem.headers()).containsEntry("Retry-After", "7");
    }
  }

  @Test
  void aFaultOfTheRequestIsNotTriedAgain() throws Exception {
    GatewayProblem problem = refused(call("twice", "STATUS400", false));
    assertThat(problem.text()).contains("no good");
    assertThat(upstream.bodies).hasSize(1);
  }

  @Test
  void theCallersDeadlineHolds() throws Exception {
    long start = System.nanoTime();
    GatewayProblem problem =
        refused(call("twice", "HANG", false, "Marketplace-Deadline-Ms", "200"));
    assertThat(problem.code()).isEqualTo(ProblemCode.UPSTREAM_TIMEOUT);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(upstream.bodies).hasSize(1);
  }

  @Test
  void refusalsBeforeAProviderIsCalled() throws Exception {
    assertThat(refused(call("dead", "hi", false)).code()).isEqualTo(ProblemCode.NO_HEALTHY_ROUTE);
    assertThat(refused(call("vision", "hi", false)).code()).isEqualTo(ProblemCode.NO_HEALTHY_ROUTE);
    assertThat(refused(call("gpt", "hi", false)).code()).isEqualTo(ProblemCode.MODEL_NOT_FOUND);
    assertThat(refused(call("abroad", "hi", false)).code()).isEqualTo(ProblemCode.NO_LAWFUL_ROUTE);
    assertThat(
            refused(call("utility", "hi", false, "Marketplace-Sensitivity", "restricted")).code())
        .isEqualTo(ProblemCode.POLICY_DENIED);
    assertThat(refused(call("utility", "hi", false, "Marketplace-Sensitivity", "odd")).code())
        .isEqualTo(ProblemCode.INVALID_REQUEST);
    assertThat(refused(call("utility", "hi", false, "Marketplace-Cache", "only")).code())
        .isEqualTo(ProblemCode.CACHE_MISS);
    assertThat(refused(call("utility", "hi", false, "Authorization", "Bearer sk-x")).code())
        .isEqualTo(ProblemCode.INVALID_API_KEY);
    assertThat(upstream.bodies).isEmpty();
  }

  @Test
  void aSensitivityThatWouldLowerTheKeysChangesNothing() throws Exception {
    GatewayCall call = call("utility", "hi", false, "Marketplace-Sensitivity", "public");
    assertThat(gateway.line().proceed(call).status()).isEqualTo(200);
    assertThat(row(call).sensitivity().code()).isEqualTo("internal");
  }

  @Test
  void baggageAndMetadataRaiseTheSensitivityToo() throws Exception {
    GatewayCall carried =
        call("utility", "hi", false, "baggage", "x=1,marketplace-sensitivity=restricted");
    assertThat(refused(carried).code()).isEqualTo(ProblemCode.POLICY_DENIED);
    GatewayCall lowered =
        call(
            "utility",
            "hi",
            false,
            "baggage",
            "sensitivity=public",
            "Marketplace-Sensitivity",
            "internal");
    assertThat(gateway.line().proceed(lowered).status()).isEqualTo(200);
    GatewayCall named = call("utility", "hi", false, "Marketplace-Sensitivity", "Geheim");
    assertThat(refused(named).code()).isEqualTo(ProblemCode.POLICY_DENIED);
    GatewayCall same = call("utility", "hi", false, "Marketplace-Sensitivity", "c2");
    assertThat(gateway.line().proceed(same).status()).isEqualTo(200);
    GatewayCall odd = call("utility", "hi", false, "baggage", "sensitivity=rather");
    assertThat(refused(odd).code()).isEqualTo(ProblemCode.INVALID_REQUEST);
  }

  @Test
  void everyHopsVerdictStandsInTheTraceWithRuleAndVersion() throws Exception {
    GatewayCall call = call("borders", "hi", false);
    assertThat(gateway.line().proceed(call).status()).isEqualTo(200);
    assertThat(row(call)).isNotNull();
    assertThat(trace(call))
        .contains("platform policy 4/(no rule)", "platform policy 4/allow-internal", "pool2/m")
        .contains("has no rule that allows internal data");
    GatewayCall refused = call("abroad", "hi", false);
    assertThat(refused(refused).text()).contains("platform policy 4 has no rule");
    assertThat(trace(refused)).contains("\"decision\":\"denied\"", "\"sensitivity\":\"internal\"");
  }

  @Test
  void whatLeadsIntoTheOwnMachineIsNotConnectedToUnlessAllowed() throws Exception {
    gateway.close();
    gateway = gateway(Map.of("MARKETPLACE_ALLOW_LOOPBACK_UPSTREAMS", "false"));
    start();
    assertThat(refused(call("utility", "hi", false)).code())
        .isEqualTo(ProblemCode.NO_HEALTHY_ROUTE);
    assertThat(upstream.bodies).isEmpty();
  }

  @Test
  void theTraceTellsEveryStepAndNoPrompt() throws Exception {
    GatewayCall call = call("failover", "my-private-prompt", false);
    Answer unused = gateway.line().proceed(call);
    assertThat(row(call)).isNotNull();
    String trace = trace(call);
    assertThat(trace)
        .contains("AuthenticateKey", "AuthorizeTier", "ApplyPolicy", "TryRoutes", "MeterUsage")
        .doesNotContain("my-private-prompt", documents.secret.reveal(), "upstream-secret");
  }
}
