package io.marketplace.names.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick search finds what a slow one finds, in the same order, whatever it has learnt. */
class AnchorsTest {
  private static final List<String> TEXTS =
      List.of("abc", "bca", "abcab", "cab", "a-b", " ab", "b1c2", "abcabca", "(ab", "c\nb");

  private record Hit(int start, String text) {
    int end() {
      return start + text.length();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void findsWhatASlowSearchFinds(long seed) {
    Random random = new Random(seed);
    Anchors anchors = new Anchors(TEXTS);
    for (int round = 0; round < 200; round++) {
      byte[] bytes = text(random, round < 100 ? 40 : 8_000); // learns on the way
      int from = random.nextInt(bytes.length);
      int to = from + random.nextInt(bytes.length - from + 1);
      List<Hit> found = new ArrayList<>();
      anchors.find(
          bytes, from, to, (start, anchor) -> !found.add(new Hit(start, TEXTS.get(anchor))));
      assertThat(found).isEqualTo(slowly(bytes, from, to));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100})
  void piecesTellTheSameAsTheWhole(int piece) {
    Anchors anchors = new Anchors(TEXTS);
    byte[] bytes = text(new Random(piece), 1_000);
    List<Hit> found = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += piece) {
      int to = Math.min(bytes.length, from + piece);
      anchors.find(
          bytes, from, to, (start, anchor) -> !found.add(new Hit(start, TEXTS.get(anchor))));
    }
    assertThat(found).isEqualTo(slowly(bytes, 0, bytes.length));
  }

  private static byte[] text(Random random, int length) {
    String letters = "abcABC12- (\n" + "abcabc" + "é";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<Hit> slowly(byte[] bytes, int from, int to) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    List<Hit> hits = new ArrayList<>();
    for (String each : TEXTS) {
      for (int at = text.indexOf(each); at >= 0; at = text.indexOf(each, at + 1)) {
        if (at + each.length() > from && at + each.length() <= to) {
          hits.add(new Hit(at, each));
        }
      }
    }
    hits.sort(Comparator.comparingInt(Hit::end).thenComparingInt(Hit::start));
    return hits;
  }
}
