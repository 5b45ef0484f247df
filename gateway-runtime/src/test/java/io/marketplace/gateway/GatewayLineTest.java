package io.marketplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
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

  private final LineFixture line;

  GatewayLineTest(@TempDir Path state) throws IOException {
    line = new LineFixture(state);
    line.documents
        .pool(1, Documents.PROVIDER_EU, line.upstream.url())
        .pool(2, Documents.PROVIDER_US, line.upstream.url())
        // Port 1 refuses connections on every machine that can run this.
        .pool(3, Documents.PROVIDER_EU, "http://127.0.0.1:1", "http://127.0.0.1:1/v1")
        .route("utility", "\"idleMs\":400,\"firstByteMs\":400", 1)
        .route("failover", "", 3, 1)
        .route("twice", "", 1, 1)
        .route("dead", "", 3)
        .route("abroad", "", 2)
        .route("borders", "", 2, 1);
  }

  @BeforeEach
  void start() {
    line.start();
  }

  @AfterEach
  void stop() {
    line.close();
  }

  private GatewayCall call(String alias, String content, boolean stream, String... headers) {
    return line.chat(alias, content, ",\"stream\":" + stream, headers);
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aPlainAnswerIsPassedOnMeteredAndPriced() throws Exception {
    GatewayCall call = call("utility", "hi", false, "Marketplace-Agent", "bot");
    Answer answer = line.answer(call);
    assertThat(new String(answer.bytes(), StandardCharsets.UTF_8))
        .isEqualTo(LoopbackUpstream.PLAIN);
    assertThat(answer.headers())
        .containsEntry("Marketplace-Cost-Usd", "0.0000033")
        .containsEntry("Marketplace-Cache", "bypass");
    UsageRow row = line.row(call);
    assertThat(row.tokens()).isEqualTo(new TokenCount(10, 0, 3, TokenCount.Source.UPSTREAM));
    assertThat(row.cost().value()).isEqualTo(3_300);
    assertThat(row.attribution().agent()).isEqualTo("bot");
    assertThat(Objects.requireNonNull(row.servedBy()).priceVersion()).isEqualTo(3);
    assertThat(line.upstream.bodies.getFirst()).contains("\"model\":\"m\"");
    assertThat(line.upstream.authorizations).containsExactly("Bearer upstream-secret");
  }

  @Test
  void aStreamIsPassedOnWithoutTheReportNobodyAskedFor() throws Exception {
    GatewayCall call = call("utility", "hi", true);
    try (InputStream stream = line.stream(call)) {
      assertThat(text(stream)).isEqualTo(LoopbackUpstream.CHUNK.repeat(3) + LoopbackUpstream.DONE);
    }
    UsageRow row = line.row(call);
    assertThat(row.tokens()).isEqualTo(new TokenCount(11, 0, 5, TokenCount.Source.UPSTREAM));
    assertThat(row.outcome()).isEqualTo("answered");
    assertThat(row.ttftMs()).isNotNull();
  }

  @Test
  void aBrokenStreamIsAProblemAndIsBookedAsBroken() throws Exception {
    GatewayCall call = call("utility", "BREAK", true);
    try (InputStream stream = line.stream(call)) {
      GatewayProblem problem =
          Objects.requireNonNull(catchThrowableOfType(GatewayProblem.class, () -> text(stream)));
      assertThat(problem.code()).isEqualTo(ProblemCode.UPSTREAM_ERROR);
    }
    UsageRow row = line.row(call);
    assertThat(row.outcome()).isEqualTo("broken");
    assertThat(row.tokens().source()).isEqualTo(TokenCount.Source.COUNTED);
    assertThat(row.tokens().completion()).isEqualTo(3);
  }

  @Test
  void aStreamThatStallsIsATimeout() throws Exception {
    GatewayCall call = call("utility", "STALL", true);
    try (InputStream stream = line.stream(call)) {
      GatewayProblem problem =
          Objects.requireNonNull(catchThrowableOfType(GatewayProblem.class, () -> text(stream)));
      assertThat(problem.code()).isEqualTo(ProblemCode.UPSTREAM_TIMEOUT);
    }
    assertThat(line.row(call).outcome()).isEqualTo("broken");
  }

  @Test
  void aClientThatLeavesEndsTheProvidersWorkAndPaysForWhatWasStreamed() throws Exception {
    GatewayCall call = call("utility", "ENDLESS", true);
    InputStream stream = line.stream(call);
    byte[] buffer = new byte[64];
    assertThat(stream.read(buffer)).isPositive();
    stream.close();
    assertThat(line.upstream.clientLeft.await(5, TimeUnit.SECONDS)).isTrue();
    UsageRow row = line.row(call);
    assertThat(row.outcome()).isEqualTo("cancelled");
    assertThat(row.tokens().source()).isEqualTo(TokenCount.Source.COUNTED);
    assertThat(row.tokens().completion()).isPositive();
    assertThat(row.cost().value()).isPositive();
  }

  @Test
  void aDeadPoolIsPassedOverBeforeTheFirstByte() throws Exception {
    GatewayCall call = call("failover", "hi", true);
    try (InputStream stream = line.stream(call)) {
      assertThat(text(stream)).endsWith(LoopbackUpstream.DONE);
    }
    assertThat(line.row(call).outcome()).isEqualTo("answered");
  }

  @Test
  void aFailingCandidateIsFollowedByItsFallbackAndBothAreCounted() throws Exception {
    GatewayCall call = call("twice", "STATUS503", false);
    assertThat(line.refused(call).code()).isEqualTo(ProblemCode.UPSTREAM_ERROR);
    assertThat(line.row(call).attempts()).isEqualTo(2);
    assertThat(line.row(call).cost().value()).isZero();
  }

  @Test
  void aStreamWithoutAFirstByteMayBeTriedAgain() throws Exception {
    GatewayCall call = call("twice", "EMPTY", true);
    assertThat(line.refused(call).code()).isEqualTo(ProblemCode.UPSTREAM_ERROR);
    assertThat(line.upstream.bodies).hasSize(2);
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
    GatewayProblem problem = line.refused(call("utility", content, false));
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.text()).doesNotContain("127.0.0.1");
    if (code == ProblemCode.POOL_SATURATED) {
      assertThat(problem.headers()).containsEntry("Retry-After", "7");
    }
  }

  @Test
  void aFaultOfTheRequestIsNotTriedAgain() throws Exception {
    GatewayProblem problem = line.refused(call("twice", "STATUS400", false));
    assertThat(problem.text()).contains("no good");
    assertThat(line.upstream.bodies).hasSize(1);
  }

  @Test
  void theCallersDeadlineHolds() throws Exception {
    long start = System.nanoTime();
    GatewayProblem problem =
        line.refused(call("twice", "HANG", false, "Marketplace-Deadline-Ms", "200"));
    assertThat(problem.code()).isEqualTo(ProblemCode.UPSTREAM_TIMEOUT);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(line.upstream.bodies).hasSize(1);
  }

  @Test
  void refusalsBeforeAProviderIsCalled() throws Exception {
    assertThat(line.refused(call("dead", "hi", false)).code())
        .isEqualTo(ProblemCode.NO_HEALTHY_ROUTE);
    assertThat(line.refused(call("vision", "hi", false)).code())
        .isEqualTo(ProblemCode.NO_HEALTHY_ROUTE);
    assertThat(line.refused(call("gpt", "hi", false)).code())
        .isEqualTo(ProblemCode.MODEL_NOT_FOUND);
    assertThat(line.refused(call("abroad", "hi", false)).code())
        .isEqualTo(ProblemCode.NO_LAWFUL_ROUTE);
    assertThat(
            line.refused(call("utility", "hi", false, "Marketplace-Sensitivity", "restricted"))
                .code())
        .isEqualTo(ProblemCode.POLICY_DENIED);
    assertThat(line.refused(call("utility", "hi", false, "Marketplace-Sensitivity", "odd")).code())
        .isEqualTo(ProblemCode.INVALID_REQUEST);
    assertThat(line.refused(call("utility", "hi", false, "Marketplace-Cache", "only")).code())
        .isEqualTo(ProblemCode.CACHE_MISS);
    assertThat(line.refused(call("utility", "hi", false, "Authorization", "Bearer sk-x")).code())
        .isEqualTo(ProblemCode.INVALID_API_KEY);
    assertThat(line.upstream.bodies).isEmpty();
  }

  @Test
  void aSensitivityThatWouldLowerTheKeysChangesNothing() throws Exception {
    GatewayCall call = call("utility", "hi", false, "Marketplace-Sensitivity", "public");
    assertThat(line.answer(call).status()).isEqualTo(200);
    assertThat(line.row(call).sensitivity().code()).isEqualTo("internal");
  }

  @Test
  void baggageAndMetadataRaiseTheSensitivityToo() throws Exception {
    GatewayCall carried =
        call("utility", "hi", false, "baggage", "x=1,marketplace-sensitivity=restricted");
    assertThat(line.refused(carried).code()).isEqualTo(ProblemCode.POLICY_DENIED);
    GatewayCall lowered =
        call(
            "utility",
            "hi",
            false,
            "baggage",
            "sensitivity=public",
            "Marketplace-Sensitivity",
            "internal");
    assertThat(line.answer(lowered).status()).isEqualTo(200);
    GatewayCall named = call("utility", "hi", false, "Marketplace-Sensitivity", "Geheim");
    assertThat(line.refused(named).code()).isEqualTo(ProblemCode.POLICY_DENIED);
    GatewayCall same = call("utility", "hi", false, "Marketplace-Sensitivity", "c2");
    assertThat(line.answer(same).status()).isEqualTo(200);
    GatewayCall odd = call("utility", "hi", false, "baggage", "sensitivity=rather");
    assertThat(line.refused(odd).code()).isEqualTo(ProblemCode.INVALID_REQUEST);
  }

  @Test
  void everyHopsVerdictStandsInTheTraceWithRuleAndVersion() throws Exception {
    GatewayCall call = call("borders", "hi", false);
    assertThat(line.answer(call).status()).isEqualTo(200);
    assertThat(line.row(call)).isNotNull();
    assertThat(line.trace(call))
        .contains("platform policy 4/(no rule)", "platform policy 4/allow-internal", "pool2/m")
        .contains("has no rule that allows internal data");
    GatewayCall refused = call("abroad", "hi", false);
    assertThat(line.refused(refused).text()).contains("platform policy 4 has no rule");
    assertThat(line.trace(refused))
        .contains("\"decision\":\"denied\"", "\"sensitivity\":\"internal\"");
  }

  @Test
  void whatLeadsIntoTheOwnMachineIsNotConnectedToUnlessAllowed() throws Exception {
    line.start(Map.of("MARKETPLACE_ALLOW_LOOPBACK_UPSTREAMS", "false"));
    assertThat(line.refused(call("utility", "hi", false)).code())
        .isEqualTo(ProblemCode.NO_HEALTHY_ROUTE);
    assertThat(line.upstream.bodies).isEmpty();
  }

  @Test
  void aProviderThatIsSlowButAliveIsWaitedFor() {
    Answer answer = line.answer(call("utility", "SLOWLY", false));
    assertThat(new String(answer.bytes(), StandardCharsets.UTF_8)).endsWith(LoopbackUpstream.PLAIN);
  }

  @Test
  void aProvidersOwnWordsAreForTheCallerAndKeptByNobody() {
    GatewayCall call = call("utility", "STATUS400", false);
    assertThat(line.refused(call).text()).contains("no good");
    assertThat(line.trace(call))
        .contains("The provider refused the request")
        .doesNotContain("no good");
  }

  @Test
  void theTraceTellsEveryStepAndNoPrompt() throws Exception {
    GatewayCall call = call("failover", "my-private-prompt", false);
    Answer unused = line.answer(call);
    assertThat(line.row(call)).isNotNull();
    String trace = line.trace(call);
    assertThat(trace)
        .contains("AuthenticateKey", "AuthorizeTier", "ApplyPolicy", "TryRoutes", "MeterUsage")
        .doesNotContain("my-private-prompt", line.documents.secret.reveal(), "upstream-secret");
  }
}
