package io.marketplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.snapshot.Documents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider that says in an answer what it was called with: no caller learns it. */
class QuotedCredentialLineTest {

  /** What the documents' provider is called with. */
  private static final String CREDENTIAL = "upstream-secret";

  private static final String BLACK = "*".repeat(CREDENTIAL.length());

  private final LineFixture line;

  QuotedCredentialLineTest(@TempDir Path state) throws IOException {
    line = new LineFixture(state);
    line.documents.pool(1, Documents.PROVIDER_EU, line.upstream.url()).route("utility", "", 1);
    line.start();
  }

  @AfterEach
  void stop() {
    line.close();
  }

  @Test
  void inTheMiddleOfAStream() throws IOException {
    GatewayCall call = line.chat("utility", "QUOTES", ",\"stream\":true");
    String said = new String(line.stream(call).readAllBytes(), StandardCharsets.UTF_8);

    assertThat(line.upstream.authorizations).containsExactly("Bearer " + CREDENTIAL);
    assertThat(said)
        .isEqualTo(
            LoopbackUpstream.CHUNK
                + LoopbackUpstream.CHUNK.replace("t\"}", "Bearer " + BLACK + "\"}")
                + "data: {\"error\":{\"message\":\"Bearer "
                + BLACK
                + " is wrong\"}}\n\n"
                + LoopbackUpstream.DONE);
  }

  @Test
  void inAWholeAnswer() {
    Answer answer = line.answer(line.chat("utility", "QUOTES", ""));

    assertThat(line.upstream.authorizations).containsExactly("Bearer " + CREDENTIAL);
    assertThat(new String(answer.bytes(), StandardCharsets.UTF_8))
        .isEqualTo(LoopbackUpstream.PLAIN.replace("\"m\"", "\"Bearer " + BLACK + '"'));
  }
}
