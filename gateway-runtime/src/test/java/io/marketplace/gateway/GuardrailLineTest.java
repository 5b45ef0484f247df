package io.marketplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.model.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guardrails in the whole line: what they refuse no provider sees, and nobody keeps. */
class GuardrailLineTest {

  private static final String IBAN = "DE89 3704 0044 0532 0130 00";
  private static final String BLOCK =
      "{\"name\":\"bank-accounts\",\"detector\":\"iban\",\"action\":\"block\",\"sides\":[\"prompt\"],"
          + "\"requestClasses\":[%s],\"values\":[]}";

  private final LineFixture line;

  GuardrailLineTest(@TempDir Path state) throws IOException {
    line = new LineFixture(state);
    line.documents.pool(1, Documents.PROVIDER_EU, line.upstream.url()).route("utility", "", 1);
  }

  private void start(String rules) {
    line.documents.guardrails(rules);
    line.start();
  }

  @AfterEach
  void stop() {
    line.close();
  }

  private GatewayCall call(String content, boolean stream, String... headers) {
    return line.chat("utility", content, ",\"stream\":" + stream, headers);
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

    assertThatThrownBy(() -> line.answer(call))
        .isInstanceOfSatisfying(
            GatewayProblem.class,
            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.POLICY_DENIED))
        .hasMessageContaining("'bank-accounts'")
        .hasMessageNotContaining("DE89");
    assertThat(line.upstream.bodies).isEmpty();
    assertThat(words(call))
        .contains("guard/ScreenPrompt blocked [guardrails, platform 7, bank-accounts, block ×1]")
        .doesNotContain("DE89");
    assertThat(line.answer(call("hello", false)).status()).isEqualTo(200);
  }

  @Test
  void aRuleOfAClassHoldsForThatClass() throws Exception {
    start(BLOCK.formatted("\"payments\""));

    assertThat(line.answer(call(IBAN, false)).status()).isEqualTo(200);
    assertThatThrownBy(
            () -> line.answer(call(IBAN, false, "Marketplace-Request-Class", "payments")))
        .isInstanceOf(GatewayProblem.class);
  }

  @Test
  void whatIsRedactedInThePromptIsRedactedForTheProvider() throws Exception {
    start(BLOCK.formatted("").replace("block", "redact"));
    GatewayCall call = call("pay " + IBAN + " today", false);

    assertThat(line.answer(call).status()).isEqualTo(200);

    assertThat(line.upstream.bodies.getFirst())
        .contains("pay [redacted:bank-accounts] today")
        .doesNotContain("DE89");
  }

  @Test
  void streamedAnswersAreScreenedAndEndWell() throws Exception {
    start(
        "{\"name\":\"x\",\"detector\":\"pattern\",\"action\":\"redact\",\"sides\":[\"answer\"],"
            + "\"requestClasses\":[],\"values\":[\"[a-z]+\"]}");
    GatewayCall call = call("hi", true);
    Answer answer = line.answer(call);

    try (InputStream stream = Objects.requireNonNull(answer.stream())) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains("[redacted:x]").endsWith(LoopbackUpstream.DONE);
    }
    assertThat(words(call)).contains("guard/ScreenAnswer redacted [guardrails, platform 7, x,");
  }

  @Test
  void aRuleThatThisGatewayCannotReadLetsNothingPass() throws Exception {
    start(BLOCK.formatted("") + ",{\"name\":\"newer\",\"detector\":\"telepathy\"}");
    GatewayCall call = call("hello", false);

    assertThatThrownBy(() -> line.answer(call))
        .isInstanceOfSatisfying(
            GatewayProblem.class,
            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.SNAPSHOT_STALE))
        .hasMessageContaining("'newer'");
    assertThat(line.upstream.bodies).isEmpty();
    assertThat(words(call)).contains("guard/ScreenPrompt unreadable [rule, newer]");

    line.documents.guardrails(BLOCK.formatted(""));
    line.inForce();
    assertThat(line.answer(call("hello", false)).status()).isEqualTo(200);
  }

  @Test
  void withoutRulesNothingIsRead() throws Exception {
    start("");
    GatewayCall call = call(IBAN, false);

    assertThat(line.answer(call).status()).isEqualTo(200);

    assertThat(words(call)).doesNotContain("guard/");
    assertThat(line.upstream.bodies.getFirst()).contains(IBAN);
  }
}
