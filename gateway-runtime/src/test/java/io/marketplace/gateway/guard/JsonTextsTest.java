package io.marketplace.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.guard.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of whole documents. */
class JsonTextsTest {
  private final JsonTexts prompts = new JsonTexts(JsonTexts.PROMPT_WORDS);
  private final JsonTexts answers = new JsonTexts(JsonTexts.ANSWER_WORDS);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String rewritten(JsonTexts texts, String document) {
    byte[] out = texts.rewrite(bytes(document), Screens.redacting());
    return out == null ? "unchanged" : new String(out, StandardCharsets.UTF_8);
  }

  @Test
  void everyTextWhereverItStandsAndNothingElse() {
    assertThat(
            rewritten(
                prompts,
                """
                { "model":"utility" , "temperature":1.00,
                  "messages":[{"role":"system","content":"ask ada@example.com"},
                    {"role":"user","content":[{"type":"text","text":"pay DE89 3704 0044 0532 0130 00 \\u2713"},
                      {"type":"image_url","image_url":{"url":"https://x.test/?m=ada@example.com"}}]},
                    {"role":"assistant","tool_calls":[{"id":"c","function":{"name":"f","arguments":"{\\"to\\":\\"ada@example.com\\"}"}}]}],
                  "input":["z\\u00fcrich \\u9df9!"] }"""))
        .isEqualTo(
            """
            { "model":"utility" , "temperature":1.00,
              "messages":[{"role":"system","content":"ask [redacted:email]"},
                {"role":"user","content":[{"type":"text","text":"pay [redacted:iban] ✓"},
                  {"type":"image_url","image_url":{"url":"https://x.test/?m=[redacted:email]"}}]},
                {"role":"assistant","tool_calls":[{"id":"c","function":{"name":"f","arguments":"{\\"to\\":\\"[redacted:email]\\"}"}}]}],
              "input":["[redacted:falcon]!"] }""");
  }

  @Test
  void theAliasIsNoText() {
    assertThat(rewritten(prompts, "{\"model\":\"falcon\",\"documents\":[{\"model\":\"falcon\"}]}"))
        .isEqualTo("{\"model\":\"falcon\",\"documents\":[{\"model\":\"[redacted:falcon]\"}]}");
  }

  @Test
  void anotherScriptsDisguiseInEscapesIsSeenThrough() {
    assertThat(
            rewritten(
                prompts,
                "{\"input\":\"\\u0044E89\\u00a03704\\u00a00044\\u00a00532\\u00a00130\\u00a000\"}"))
        .isEqualTo("{\"input\":\"[redacted:iban]\"}");
  }

  @Test
  void mediaIsNotReadAndNothingHidesBehindItsName() {
    String image = "data:image/png;base64," + "QUJD".repeat(500);
    String hidden = "data:,falcon " + "x".repeat(300);

    assertThat(rewritten(prompts, "{\"url\":\"" + image + "\"}")).isEqualTo("unchanged");
    assertThat(rewritten(prompts, "{\"url\":\"" + hidden + "\"}")).contains("[redacted:falcon]");
    assertThat(JsonTexts.media("content", image)).isFalse();
  }

  @Test
  void tokensAreNotToldBesideARedactedText() {
    assertThat(
            rewritten(
                answers,
                """
                {"id":"falcon","choices":[{"message":{"content":"the falcon"},
                "logprobs":{"content":[{"token":"falcon"}]}}]}"""))
        .isEqualTo(
            """
            {"id":"falcon","choices":[{"message":{"content":"the [redacted:falcon]"},
            "logprobs":null}]}""");
  }

  @Test
  void whatCannotBeReadDoesNotPass() {
    assertThatThrownBy(() -> answers.rewrite(bytes("<html>falcon"), Screens.redacting()))
        .isInstanceOf(GatewayProblem.class)
        .hasMessageNotContaining("falcon");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"a\":[]}", "{\"content\":\"all is well\"}", "null"})
  void cleanDocumentsStayAsTheyAre(String document) {
    Reading reading = Screens.redacting();

    assertThat(prompts.rewrite(bytes(document), reading)).isNull();
    assertThat(reading.counts()).isEmpty();
  }
}
