package io.marketplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guardrails in the whole line: what they refuse no provider sees, and nobody keeps. */
class GuardrailLineTest {

  private static final String IBAN = "DE89 3704 0044 0532 0130 00";
  private static final String BLOCK =
      "{\"name\":\"bank-accounts\",\"detector\":\"iban\",\"action\":\"block\",\"sides\":[\"prompt\"],"
          + "\"requestClasses\":[%s],\"values\":[]}";

  private final LoopbackUpstream upstream = new LoopbackUpstream();
  private final Documents documents =
      new Documents().pool(1, Documents.PROVIDER_EU, upstream.url()).route("utility", "", 1);
  private final Gateway gateway;

  GuardrailLineTest(@TempDir Path folder) throws IOException {
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
                    folder.toString())),
            new FakeStore(documents),
            Clock.systemUTC());
  }

  private void start(String rules) throws InterruptedException {
    documents.guardrails(rules);
    gateway.start();
    for (int i = 0; i < 6_000 && !gateway.ready(); i++) {
      Thread.sleep(5);
    }
  }

  @AfterEach
  void stop() {
    gateway.close();
    upstream.close();
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

  private static String words(GatewayCall call) {
    StringBuilder words = new StringBuilder();
    for (var decision : call.trace().decisions()) {
      words.append(decision.step()).append(' ').append(decision.decision()).append(' ');
      words.append(decision.facts()).append('\n');
    }
    return words.toString();
  }

  @Test
  void whatIsBlockedIsRefusedByNameAndNoProviderSeesIt() throws Exception {
    start(BLOCK.formatted(""));
    GatewayCall call = call("pay " + IBAN, false);

    assertThatThrownBy(() -> gateway.line().proceed(call))
        .isInstanceOfSatisfying(
            GatewayProblem.class,
            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.POLICY_DENIED))
        .hasMessageContaining("'bank-accounts'")
        .hasMessageNotContaining("DE89");
    assertThat(upstream.bodies).isEmpty();
    assertThat(words(call))
        .contains("guard/ScreenPrompt blocked [guardrails, platform 7, bank-accounts, block ×1]")
        .doesNotContain("DE89");
    assertThat(gateway.line().proceed(call("hello", false)).status()).isEqualTo(200);
  }

  @Test
  void aRuleOfAClassHoldsForThatClass() throws Exception {
    start(BLOCK.formatted("\"payments\""));

    assertThat(gateway.line().proceed(call(IBAN, false)).status()).isEqualTo(200);
    assertThatThrownBy(
            () ->
                gateway.line().proceed(call(IBAN, false, "Marketplace-Request-Class", "payments")))
        .isInstanceOf(GatewayProblem.class);
  }

  @Test
  void whatIsRedactedInThePromptIsRedactedForTheProvider() throws Exception {
    start(BLOCK.formatted("").replace("block", "redact"));
    GatewayCall call = call("pay " + IBAN + " today", false);

    assertThat(gateway.line().proceed(call).status()).isEqualTo(200);

    assertThat(upstream.bodies.getFirst())
        .contains("pay [redacted:bank-accounts] today")
        .doesNotContain("DE89");
  }

  @Test
  void streamedAnswersAreScreenedAndEndWell() throws Exception {
    start(
        "{\"name\":\"x\",\"detector\":\"pattern\",\"action\":\"redact\",\"sides\":[\"answer\"],"
            + "\"requestClasses\":[],\"values\":[\"[a-z]+\"]}");
    GatewayCall call = call("hi", true);
    Answer answer = gateway.line().proceed(call);

    try (InputStream stream = Objects.requireNonNull(answer.stream())) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains("[redacted:x]").endsWith(LoopbackUpstream.DONE);
    }
    assertThat(words(call)).contains("guard/ScreenAnswer redacted [guardrails, platform 7, x,");
  }

  @Test
  void withoutRulesNothingIsRead() throws Exception {
    start("");
    GatewayCall call = call(IBAN, false);

    assertThat(gateway.line().proceed(call).status()).isEqualTo(200);

    assertThat(words(call)).doesNotContain("guard/");
    assertThat(upstream.bodies.getFirst()).contains(IBAN);
  }
}
