package io.marketplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits and priorities in the whole line. */
class LimitsLineTest {
  private static final String BATCH = "batch";

  private final LoopbackUpstream upstream;
  private final Documents documents;
  private final FakeStore store;
  private final Gateway gateway;

  LimitsLineTest(@TempDir Path state) throws Exception {
    upstream = new LoopbackUpstream();
    documents =
        new Documents()
            .capacity(2)
            .pool(1, Documents.PROVIDER_EU, upstream.url())
            .route("utility", "\"idleMs\":2000", 1);
    store = new FakeStore(documents);
    gateway =
        new Gateway(
            GatewayConfig.of(
                Map.of(
                    "MARKETPLACE_KEY_PEPPER",
                    Documents.ZEROS,
                    "MARKETPLACE_MASTER_KEY",
                    Documents.ZEROS,
                    "MARKETPLACE_GATEWAY_STATE",
                    state.toString(),
                    "MARKETPLACE_ALLOW_LOOPBACK_UPSTREAMS",
                    "true")),
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

  /** Puts what the documents say by now in force; returns how long that took. */
  private Duration inForce() throws Exception {
    long start = System.nanoTime();
    documents.version(documents.version() + 1);
    while (call("hi", false).snapshot().version() != documents.version()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      Thread.sleep(2);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private GatewayCall call(String content, boolean stream, String... headers) throws IOException {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.put("Authorization", "Bearer " + documents.secret.reveal());
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    byte[] body =
        "{\"model\":\"utility\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
            .formatted(stream, content)
            .getBytes(StandardCharsets.UTF_8);
    return gateway
        .reader()
        .read(
            CallId.create(), Operation.CHAT, all::get, new ByteArrayInputStream(body), body.length);
  }

  private Answer answered(String... headers) throws IOException {
    return gateway.line().proceed(call("hi", false, headers));
  }

  private InputStream streamed(String content, String... headers) throws IOException {
    return Objects.requireNonNull(gateway.line().proceed(call(content, true, headers)).stream());
  }

  private GatewayProblem refused(GatewayCall call) {
    return Objects.requireNonNull(
        catchThrowableOfType(
            GatewayProblem.class,
            () -> {
              Answer unused = gateway.line().proceed(call);
            }));
  }

  @Test
  void callsBeyondTheRateAreRefusedInWordsClientsRead() throws Exception {
    documents
        .limit(1, "key", "\"requestsPerMinute\":2")
        .limit(2, "tenant", "\"requestsPerMinute\":50");
    inForce();
    assertThat(answered().headers())
        .containsEntry("x-ratelimit-limit-requests", "2")
        .containsEntry("x-ratelimit-remaining-requests", "1")
        .containsKey("x-ratelimit-reset-requests")
        .doesNotContainKey("x-ratelimit-limit-tokens");
    assertThat(answered().headers()).containsEntry("x-ratelimit-remaining-requests", "0");

    GatewayCall third = call("hi", false);
    GatewayProblem problem = refused(third);

    assertThat(problem.code()).isEqualTo(ProblemCode.RATE_LIMIT_EXCEEDED);
    assertThat(problem.text()).contains("this key", "2 requests a minute");
    assertThat(problem.headers())
        .containsEntry("x-ratelimit-remaining-requests", "0")
        .containsKeys("retry-after-ms", "x-ratelimit-reset-requests");
    assertThat(Integer.parseInt(problem.headers().getOrDefault("Retry-After", "0")))
        .isBetween(28, 30);
    assertThat(third.trace().decisions().toString()).contains("quota/AdmitRate", "refused");
    assertThat(store.usage).noneMatch(row -> row.call().equals(third.id()));
    assertThat(upstream.bodies).hasSize(2);
  }

  @Test
  void aSlotComesFreeHoweverTheCallEnds() throws Exception {
    documents.limit(1, "application", "\"concurrency\":1");
    inForce();
    try (InputStream open = streamed("ENDLESS")) {
      assertThat(open.read(new byte[8])).isPositive();
      GatewayProblem problem = refused(call("hi", false));
      assertThat(problem.text()).contains("this application", "1 calls at a time");
      assertThat(problem.headers()).containsEntry("Retry-After", "1");
    }
    try (InputStream broken = streamed("BREAK")) {
      assertThat(catchThrowableOfType(GatewayProblem.class, broken::readAllBytes)).isNotNull();
    }
    try (InputStream whole = streamed("hi")) {
      assertThat(whole.readAllBytes()).isNotEmpty();
    }
    assertThat(refused(call("STATUS503", false)).code()).isEqualTo(ProblemCode.UPSTREAM_ERROR);
    assertThat(refused(call("hi", false, "Marketplace-Cache", "only")).code())
        .isEqualTo(ProblemCode.CACHE_MISS);
    assertThat(answered().status()).isEqualTo(200);
  }

  @Test
  void tokensArePutRightWhenTheCallHasEnded() throws Exception {
    documents.limit(1, "key", "\"tokensPerMinute\":2000");
    inForce();
    long first = remainingTokens(answered());
    long second = remainingTokens(answered());
    // 10 for the prompt and 3 for the answer, as the provider reported, and at most 1 earned anew
    assertThat(first - second).isBetween(12L, 13L);
    assertThat(refused(call("STATUS503", false)).code()).isEqualTo(ProblemCode.UPSTREAM_ERROR);
    assertThat(second - remainingTokens(answered())).isBetween(10L, 13L);
  }

  private static long remainingTokens(Answer answer) {
    return Long.parseLong(answer.headers().getOrDefault("x-ratelimit-remaining-tokens", "-1"));
  }

  @Test
  void aLimitOfAnotherTierIsNotThisOnes() throws Exception {
    documents.limit(1, "key", "\"requestsPerMinute\":1,\"tier\":\"vision\"");
    inForce();
    for (int i = 0; i < 3; i++) {
      assertThat(answered().headers()).doesNotContainKey("x-ratelimit-limit-requests");
    }
  }

  @Test
  void aChangeIsInForceWithinASecond() throws Exception {
    documents.limit(1, "key", "\"requestsPerMinute\":1");
    assertThat(inForce()).isLessThan(Duration.ofSeconds(1));
    assertThat(answered().status()).isEqualTo(200);
    assertThat(refused(call("hi", false)).code()).isEqualTo(ProblemCode.RATE_LIMIT_EXCEEDED);
    documents.withoutLimits();
    assertThat(inForce()).isLessThan(Duration.ofSeconds(1));
    assertThat(answered().status()).isEqualTo(200);
  }

  @Test
  void batchWorkYieldsWhenThePoolNearsItsCapacity() throws Exception {
    try (InputStream open = streamed("ENDLESS")) {
      assertThat(open.read(new byte[8])).isPositive();
      GatewayProblem problem = refused(call("hi", false, "Marketplace-Request-Class", BATCH));
      assertThat(problem.code()).isEqualTo(ProblemCode.POOL_SATURATED);
      assertThat(problem.headers()).containsKey("Retry-After");
      assertThat(answered().status()).isEqualTo(200);
    }
    assertThat(answered("Marketplace-Request-Class", BATCH).status()).isEqualTo(200);
  }

  @Test
  void noHeaderRaisesWhatALimitLowers() throws Exception {
    documents.limit(1, "tenant", "\"priority\":\"batch\"");
    inForce();
    try (InputStream open = streamed("ENDLESS")) {
      assertThat(open.read(new byte[8])).isPositive();
      assertThat(refused(call("hi", false, "Marketplace-Request-Class", "interactive")).code())
          .isEqualTo(ProblemCode.POOL_SATURATED);
    }
    assertThat(answered().headers()).doesNotContainKey("x-ratelimit-limit-requests");
  }
}
