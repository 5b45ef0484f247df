package io.marketplace.gateway.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MaskedStreamTest {
  private static final String CREDENTIAL = "sk-sk-sk-1234";
  private static final CredentialMask MASK = Objects.requireNonNull(CredentialMask.of(CREDENTIAL));

  /** Gives one chunk a read. */
  private static final class Chunks extends InputStream {
    final Deque<String> left;

    Chunks(List<String> chunks) {
      left = new ArrayDeque<>(chunks);
    }

    @Override
    public int read() {
      throw new AssertionError("byte by byte");
    }

    @Override
    public int read(byte[] out, int offset, int length) {
      String next = left.poll();
      if (next == null) {
        return -1;
      }
      byte[] bytes = next.getBytes(StandardCharsets.UTF_8);
      assertThat(length).isGreaterThanOrEqualTo(bytes.length);
      System.arraycopy(bytes, 0, out, offset, bytes.length);
      return bytes.length;
    }
  }

  private static String all(String... chunks) throws IOException {
    return new String(
        new MaskedStream(new Chunks(List.of(chunks)), MASK).readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String once(InputStream stream) throws IOException {
    byte[] out = new byte[8 * 1024];
    int count = stream.read(out);
    return count < 0 ? "" : new String(out, 0, count, StandardCharsets.UTF_8);
  }

  @Test
  void everyCutGivesTheSame() throws IOException {
    // beginnings that lead nowhere stand before it, behind it and at the end
    String said = "é sk-sk-" + CREDENTIAL + "sk-sk-1" + CREDENTIAL + CREDENTIAL + " sk-sk";
    String hidden = said.replace(CREDENTIAL, "*".repeat(CREDENTIAL.length()));
    assertThat(all(said)).isEqualTo(hidden);
    for (int i = 2; i < said.length(); i++) {
      assertThat(all(said.substring(0, i), said.substring(i))).isEqualTo(hidden);
      for (int j = i + 1; j < said.length(); j++) {
        assertThat(all(said.substring(0, i), said.substring(i, j), said.substring(j)))
            .isEqualTo(hidden);
      }
    }
  }

  @Test
  void onlyABeginningIsHeldBackAndOnlyUntilTheNextBytes() throws IOException {
    Chunks chunks = new Chunks(List.of("data: a\n\n", "data: sk-sk", "-no\n\n", "sk-"));
    MaskedStream stream = new MaskedStream(chunks, MASK);

    assertThat(once(stream)).isEqualTo("data: a\n\n");
    assertThat(chunks.left).hasSize(3);
    assertThat(once(stream)).isEqualTo("data: ");
    assertThat(chunks.left).hasSize(2);
    assertThat(once(stream)).isEqualTo("sk-sk-no\n\n");
    assertThat(once(stream)).isEqualTo("sk-");
    assertThat(once(stream)).isEmpty();
  }

  @Test
  void aWordThatIsNoSecretStays() {
    assertThat(CredentialMask.of("EMPTY")).isNull();
    assertThat(CredentialMask.of(null)).isNull();
  }
}
