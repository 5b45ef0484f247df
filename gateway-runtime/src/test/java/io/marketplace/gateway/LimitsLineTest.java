package io.marketplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.model.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits and priorities in the whole line. */
class LimitsLineTest {
  private static final String BATCH = "batch";

  private final LineFixture line;

  LimitsLineTest(@TempDir Path state) throws IOException {
    line = new LineFixture(state);
    line.documents
        .capacity(2)
        .pool(1, Documents.PROVIDER_EU, line.upstream.url())
        .route("utility", "\"idleMs\":2000", 1);
  }

  @BeforeEach
  void start() {
    line.start();
  }

  @AfterEach
  void stop() {
    line.close();
  }

  private GatewayCall call(String content, boolean stream, String... headers) {
    return line.chat("utility", content, ",\"stream\":" + stream, headers);
  }

  private Answer answered(String... headers) {
    return line.answer(call("hi", false, headers));
  }

  private InputStream streamed(String content, String... headers) {
    return line.stream(call(content, true, headers));
  }

  @Test
  void callsBeyondTheRateAreRefusedInWordsClientsRead() throws Exception {
    line.documents
        .limit(1, "key", "\"requestsPerMinute\":2")
        .limit(2, "tenant", "\"requestsPerMinute\":50");
    line.inForce();
    assertThat(answered().headers())
        .containsEntry("x-ratelimit-limit-requests", "2")
        .containsEntry("x-ratelimit-remaining-requests", "1")
        .containsKey("x-ratelimit-reset-requests")
        .doesNotContainKey("x-ratelimit-limit-tokens");
    assertThat(answered().headers()).containsEntry("x-ratelimit-remaining-requests", "0");

    GatewayCall third = call("hi", false);
    GatewayProblem problem = line.refused(third);

    assertThat(problem.code()).isEqualTo(ProblemCode.RATE_LIMIT_EXCEEDED);
    assertThat(problem.text()).contains("this key", "2 requests a minute");
    assertThat(problem.headers())
        .containsEntry("x-ratelimit-remaining-requests", "0")
        .containsKeys("retry-after-ms", "x-ratelimit-reset-requests");
    assertThat(Integer.parseInt(problem.headers().getOrDefault("Retry-After", "0")))
        .isBetween(28, 30);
    assertThat(third.trace().decisions().toString()).contains("quota/AdmitRate", "refused");
    assertThat(line.store.usage).noneMatch(row -> row.call().equals(third.id()));
    assertThat(line.upstream.bodies).hasSize(2);
  }

  @Test
  void aSlotComesFreeHoweverTheCallEnds() throws Exception {
    line.documents.limit(1, "application", "\"concurrency\":1");
    line.inForce();
    try (InputStream open = streamed("ENDLESS")) {
      assertThat(open.read(new byte[8])).isPositive();
      GatewayProblem problem = line.refused(call("hi", false));
      assertThat(problem.text()).contains("this application", "1 calls at a time");
      assertThat(problem.headers()).containsEntry("Retry-After", "1");
    }
    try (InputStream broken = streamed("BREAK")) {
      assertThat(catchThrowableOfType(GatewayProblem.class, broken::readAllBytes)).isNotNull();
    }
    try (InputStream whole = streamed("hi")) {
      assertThat(whole.readAllBytes()).isNotEmpty();
    }
    assertThat(line.refused(call("STATUS503", false)).code()).isEqualTo(ProblemCode.UPSTREAM_ERROR);
    assertThat(line.refused(call("hi", false, "Marketplace-Cache", "only")).code())
        .isEqualTo(ProblemCode.CACHE_MISS);
    assertThat(answered().status()).isEqualTo(200);
  }

  @Test
  void tokensArePutRightWhenTheCallHasEnded() throws Exception {
    line.documents.limit(1, "key", "\"tokensPerMinute\":2000");
    line.inForce();
    long first = remainingTokens(answered());
    long second = remainingTokens(answered());
    // 10 for the prompt and 3 for the answer, as the provider reported, and what 90 ms earn anew
    assertThat(first - second).isBetween(10L, 13L);
    assertThat(line.refused(call("STATUS503", false)).code()).isEqualTo(ProblemCode.UPSTREAM_ERROR);
    assertThat(second - remainingTokens(answered())).isBetween(10L, 13L);
  }

  private static long remainingTokens(Answer answer) {
    return Long.parseLong(answer.headers().getOrDefault("x-ratelimit-remaining-tokens", "-1"));
  }

  @Test
  void aLimitOfAnotherTierIsNotThisOnes() throws Exception {
    line.documents.limit(1, "key", "\"requestsPerMinute\":1,\"tier\":\"vision\"");
    line.inForce();
    for (int i = 0; i < 3; i++) {
      assertThat(answered().headers()).doesNotContainKey("x-ratelimit-limit-requests");
    }
  }

  @Test
  void aChangeIsInForceWithinASecond() throws Exception {
    line.documents.limit(1, "key", "\"requestsPerMinute\":1");
    assertThat(line.inForce()).isLessThan(Duration.ofSeconds(1));
    assertThat(answered().status()).isEqualTo(200);
    assertThat(line.refused(call("hi", false)).code()).isEqualTo(ProblemCode.RATE_LIMIT_EXCEEDED);
    line.documents.withoutLimits();
    assertThat(line.inForce()).isLessThan(Duration.ofSeconds(1));
    assertThat(answered().status()).isEqualTo(200);
  }

  @Test
  void batchWorkYieldsWhenThePoolNearsItsCapacity() throws Exception {
    try (InputStream open = streamed("ENDLESS")) {
      assertThat(open.read(new byte[8])).isPositive();
      GatewayProblem problem = line.refused(call("hi", false, "Marketplace-Request-Class", BATCH));
      assertThat(problem.code()).isEqualTo(ProblemCode.POOL_SATURATED);
      assertThat(problem.headers()).containsKey("Retry-After");
      assertThat(answered().status()).isEqualTo(200);
    }
    assertThat(answered("Marketplace-Request-Class", BATCH).status()).isEqualTo(200);
  }

  @Test
  void noHeaderRaisesWhatALimitLowers() throws Exception {
    line.documents.limit(1, "tenant", "\"priority\":\"batch\"");
    line.inForce();
    try (InputStream open = streamed("ENDLESS")) {
      assertThat(open.read(new byte[8])).isPositive();
      assertThat(line.refused(call("hi", false, "Marketplace-Request-Class", "interactive")).code())
          .isEqualTo(ProblemCode.POOL_SATURATED);
    }
    assertThat(answered().headers()).doesNotContainKey("x-ratelimit-limit-requests");
  }
}
