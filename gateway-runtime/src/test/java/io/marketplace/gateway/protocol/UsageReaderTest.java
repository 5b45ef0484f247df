package io.marketplace.gateway.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.gateway.line.Tally;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UsageReaderTest {

  private static Tally read(String json) {
    Tally tally = new Tally();
    new UsageReader().readWhole(json.getBytes(StandardCharsets.UTF_8), tally);
    return tally;
  }

  @Test
  void openAisReportIsRead() {
    Tally tally =
        read(
            "{\"choices\":[{\"usage\":{\"prompt_tokens\":99}}],\"usage\":{\"prompt_tokens\":10,"
                + "\"completion_tokens\":3,\"total_tokens\":13,\"prompt_tokens_details\":{\"cached_tokens\":4}}}");
    assertThat(tally.promptTokens()).isEqualTo(10);
    assertThat(tally.completionTokens()).isEqualTo(3);
    assertThat(tally.cachedTokens()).isEqualTo(4);
  }

  @Test
  void reasoningTokensAreReadAndNeverMoreThanTheCompletion() {
    String report =
        "{\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":7,"
            + "\"completion_tokens_details\":{\"reasoning_tokens\":%s,\"accepted_prediction_tokens\":1}}}";
    assertThat(read(report.formatted("5")).reasoningTokens()).isEqualTo(5);
    assertThat(read(report.formatted("9")).reasoningTokens()).isEqualTo(7);
    assertThat(read(report.formatted("-3")).reasoningTokens()).isZero();
  }

  @Test
  void aTotalAloneIsThePrompt() {
    assertThat(read("{\"data\":[[1,2]],\"usage\":{\"total_tokens\":21}}").promptTokens())
        .isEqualTo(21);
  }

  @Test
  void coheresReportIsRead() {
    assertThat(
            read("{\"results\":[],\"meta\":{\"tokens\":{\"input_tokens\":5,\"output_tokens\":0}}}")
                .promptTokens())
        .isEqualTo(5);
  }

  @Test
  void whatIsNoReportLeavesTheTallyAlone() {
    assertThat(read("[]").reported()).isFalse();
    assertThat(read("not json").reported()).isFalse();
    assertThat(read("{\"usage\":null}").reported()).isFalse();
    assertThat(read("{\"usage\":{\"prompt_tokens\":-1}}").reported()).isFalse();
  }

  @Test
  void moreCachedThanSentIsCapped() {
    assertThat(read("{\"usage\":{\"prompt_tokens\":3,\"cached_tokens\":9}}").cachedTokens())
        .isEqualTo(3);
  }
}
