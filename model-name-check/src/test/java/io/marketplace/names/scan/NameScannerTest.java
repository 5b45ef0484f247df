package io.marketplace.names.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading in blocks: nothing is lost where they meet, and nothing but one is held. */
class NameScannerTest {

  @Test
  void linesAndColumnsAreCountedInCharacters() throws IOException {
    List<Finding> found =
        Scanning.text("\uFEFFgrüße\r\n\n\"äöü𝒳 gpt-4o\" x \"claude-3-opus-20240229\"\n")
            .findings();

    assertThat(found).extracting(Finding::line).containsExactly(3L, 3L);
    assertThat(found).extracting(Finding::column).containsExactly(7L, 18L);
    assertThat(found).extracting(Finding::name).containsExactly("gpt-4o", "claude-3-opus-20240229");
  }

  @Test
  void aByteOrderMarkIsNoColumn() throws IOException {
    Finding found = Scanning.text("\uFEFFgpt-4o\n").findings().getFirst();

    assertThat(found.line()).isEqualTo(1);
    assertThat(found.column()).isEqualTo(1);
  }

  @Test
  void namesWhereBlocksMeetAreFoundOnceAndInTheirPlace() throws IOException {
    NameScanner scanner = Scanning.scanner();
    String name = "model = \"meta-llama/Llama-3.1-8B-Instruct\"\n";
    // The line may begin anywhere around the first two places where blocks meet.
    for (int around : new int[] {256 * 1024, 2 * 256 * 1024 - 1_024 - 4_096}) {
      for (int before = around - 1_100; before < around + 60; before += 7) {
        String text = "é".repeat(10) + "\n" + "x".repeat(79).concat("\n").repeat(before / 80);
        text += "y".repeat(before % 80) + name + "z\n".repeat(5);

        List<Finding> found = Scanning.text(scanner, text).findings();

        assertThat(found).as("at %d", before).hasSize(1);
        assertThat(found.getFirst().line()).isEqualTo(before / 80 + 2L);
        assertThat(found.getFirst().column()).isEqualTo(before % 80 + 10L);
        assertThat(found.getFirst().name()).isEqualTo("meta-llama/Llama-3.1-8B-Instruct");
      }
    }
  }

  @Test
  void aLineLongerThanAnyBlockHasItsColumn() throws IOException {
    String text = "ä".repeat(700_000) + " \"gpt-4o\"";

    Finding found = Scanning.text(text).findings().getFirst();

    assertThat(found.line()).isEqualTo(1);
    assertThat(found.column()).isEqualTo(700_003);
  }

  @Test
  void oneGigabyteTakesNoMoreMemoryThanOneBlock() throws IOException {
    NameScanner scanner = Scanning.scanner();
    Endless text = new Endless(1L << 30);
    long before = allocated();

    Reading.Text read = (Reading.Text) scanner.read(text, 1L << 30);

    assertThat(allocated() - before).isLessThan(16L << 20);
    assertThat(read.bytes()).isEqualTo(1L << 30);
    assertThat(read.findings()).hasSize(1);
    assertThat(read.findings().getFirst().line()).isEqualTo((1L << 30) / Endless.LINE.length());
  }

  @Test
  void veryManyFindingsAreCountedRatherThanKept() throws IOException {
    Reading.Text read = Scanning.text("\"gpt-4o\"\n".repeat(2_500));

    assertThat(read.findings()).hasSize(NameScanner.MOST_FINDINGS);
    assertThat(read.more()).isEqualTo(1_500);
  }

  @Test
  void otherBytesAreToldFromText() throws IOException {
    NameScanner scanner = Scanning.scanner();
    byte[] latin = "model = \"gpt-4o\" # grün".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Scanning.read(scanner, latin)).isInstanceOf(Reading.OtherEncoding.class);
    assertThat(Scanning.read(scanner, new byte[] {'g', 'p', 't', '-', '4', 'o', 0}))
        .isInstanceOf(Reading.Binary.class);
    assertThat(Scanning.read(scanner, new byte[] {'g', (byte) 0xe2, (byte) 0x82}))
        .isInstanceOf(Reading.OtherEncoding.class);
    assertThat(Scanning.text(scanner, "").findings()).isEmpty();
    assertThat(Scanning.text(scanner, "gpt-4o").findings()).hasSize(1);
  }

  @Test
  void charactersThatLieAcrossBlocksAreText() throws IOException {
    NameScanner scanner = Scanning.scanner();
    for (int shift = 0; shift < 4; shift++) {
      String text = "x".repeat(shift) + "𝒳".repeat(200_000);
      assertThat(Scanning.text(scanner, text).bytes()).isEqualTo(800_000L + shift);
    }
  }

  private static long allocated() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }

  /** Lines without a name, and one name on the last line. */
  private static final class Endless implements ReadableByteChannel {
    static final String LINE =
        "def f(x): return x + 1  # the same line again and again, for ever\n".substring(2);

    private static final byte[] BYTES = LINE.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LAST = "model = \"gpt-4o\"".getBytes(StandardCharsets.US_ASCII);
    private long left;
    private long at;

    Endless(long size) {
      left = size;
    }

    @Override
    public int read(ByteBuffer target) {
      int count = 0;
      while (target.hasRemaining() && left > 0) {
        target.put(
            left <= LAST.length
                ? LAST[LAST.length - (int) left]
                : BYTES[(int) (at % BYTES.length)]);
        at++;
        left--;
        count++;
      }
      return count == 0 ? -1 : count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
