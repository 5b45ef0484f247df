package io.marketplace.gateway.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.gateway.line.Tally;
import io.marketplace.gateway.problem.GatewayProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {

  private static final String CONTENT =
      "data: {\"choices\":[{\"delta\":{\"content\":\"say \\\"usage\\\": {} é\"}}]}\n\n";
  private static final String REPORT =
      "data: {\"id\":\"x\",\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2,"
          + "\"prompt_tokens_details\":{\"cached_tokens\":3}}}\n\n";
  private static final String DONE = "data: [DONE]\n\n";

  private static final String CREDENTIAL = "sk-sk-sk-1234";
  private static final CredentialMask MASK = CredentialMask.of(CREDENTIAL);

  private final Tally tally = new Tally();

  /** Hands out at most {@code chunk} bytes a read. */
  private InputStream in(String text, int chunk) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public int read(byte[] buffer, int offset, int length) {
        return super.read(buffer, offset, Math.min(chunk, length));
      }
    };
  }

  private String passed(String text, int chunk, boolean strip) throws IOException {
    try (InputStream stream =
        new EventStream(in(text, chunk), new UsageReader(), tally, MASK, strip)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 64, 4096})
  void theReportIsReadAndTakenOutWhereverAChunkEnds(int chunk) throws IOException {
    assertThat(passed(CONTENT + CONTENT + REPORT + DONE, chunk, true))
        .isEqualTo(CONTENT + CONTENT + DONE);
    assertThat(tally.promptTokens()).isEqualTo(7);
    assertThat(tally.cachedTokens()).isEqualTo(3);
    assertThat(tally.completionTokens()).isEqualTo(2);
    assertThat(tally.reported()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 4096})
  void aReportThatWasAskedForStays(int chunk) throws IOException {
    String text = ": a comment\n\n" + CONTENT + REPORT + DONE;
    assertThat(passed(text, chunk, false)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 4096})
  void carriageReturnsArePassedOn(int chunk) throws IOException {
    String text = (CONTENT + DONE).replace("\n", "\r\n");
    assertThat(passed(text, chunk, true)).isEqualTo(text);
    assertThat(passed((CONTENT + REPORT + DONE).replace("\n", "\r\n"), chunk, true))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 7, 4096})
  void theProvidersCredentialIsHiddenWhereverAChunkEnds(int chunk) throws IOException {
    String quoted = CONTENT.replace("say", "sk-" + CREDENTIAL + CREDENTIAL + " sk-sk-sk-123");
    // in events, in a comment, beside [DONE] and behind it
    String text = quoted + ": " + CREDENTIAL + "\n\n" + CONTENT + DONE + CREDENTIAL;
    String black = "*".repeat(CREDENTIAL.length());
    assertThat(passed(text, chunk, true)).isEqualTo(text.replace(CREDENTIAL, black));
    assertThat(new String(tally.kept(), StandardCharsets.UTF_8)).doesNotContain(CREDENTIAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EMPTY", "content"})
  void aWordThatIsNoSecretIsNotLookedFor(String credential) {
    byte[] said = CONTENT.getBytes(StandardCharsets.UTF_8);
    CredentialMask.of(credential).hide(said, 0, said.length);
    CredentialMask.of(null).hide(said, 0, said.length);
    assertThat(new String(said, StandardCharsets.UTF_8)).isEqualTo(CONTENT);
  }

  @Test
  void usageBesideContentIsCountedAndStays() throws IOException {
    String both =
        "data: {\"choices\":[{\"delta\":{}}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":1}}\n\n";
    assertThat(passed(both + DONE, 4096, true)).isEqualTo(both + DONE);
    assertThat(tally.promptTokens()).isEqualTo(9);
  }

  @Test
  void aTruncatedStreamIsAProblemAfterWhatWasWhole() throws IOException {
    try (InputStream stream =
        new EventStream(in(CONTENT + "data: {\"cho", 4096), new UsageReader(), tally, MASK, true)) {
      byte[] buffer = new byte[4096];
      int count = stream.read(buffer);
      assertThat(new String(buffer, 0, count, StandardCharsets.UTF_8)).isEqualTo(CONTENT);
      assertThatThrownBy(() -> stream.read(buffer)).isInstanceOf(GatewayProblem.class);
    }
    assertThat(tally.reported()).isFalse();
    assertThat(tally.events()).isEqualTo(1);
    assertThat(new String(tally.kept(), StandardCharsets.UTF_8)).startsWith("{\"choices\"");
  }

  @Test
  void anOrderlyEndWithoutDoneIsATruncatedStream() {
    assertThatThrownBy(() -> passed(CONTENT, 4096, true)).isInstanceOf(GatewayProblem.class);
  }

  @Test
  void aLastLineWithoutItsEmptyLineIsComplete() throws IOException {
    assertThat(passed(CONTENT + "data: [DONE]\n", 3, true)).isEqualTo(CONTENT + "data: [DONE]\n");
  }

  @Test
  void aNegativeReportIsNone() throws IOException {
    passed(REPORT.replace("7", "-7") + DONE, 4096, true);
    assertThat(tally.reported()).isFalse();
  }

  @Test
  void anEventLargerThanTheBufferPasses() throws IOException {
    String large = CONTENT.replace("say", "say ".repeat(20_000));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(passed(large + DONE, 1000, true).getBytes(StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(large + DONE);
  }
}
