package io.marketplace.names.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds many texts at once, whatever their case. Of each text three bytes in a row are known; one
 * look into a table tells of any three bytes whether they are such, and only there the texts are
 * compared. No step waits for the look-up before it, as those of an automaton do. Which three bytes
 * are looked for is learnt from the first bytes that are read: those that are rarest there.
 *
 * @see <a href="https://doi.org/10.1147/rd.312.0249">Karp, Rabin: Efficient randomized
 *     pattern-matching algorithms (1987)</a>, whose fingerprint is three letters here
 */
final class Anchors {

  /** The fewest bytes of a text. */
  static final int LEAST = 3;

  /** From so many bytes is learnt what is rare. */
  private static final int LESSON = 256 * 1024;

  private static final int KIND_BITS = 6;
  private static final int KINDS = 1 << KIND_BITS;
  private static final int THREE = (1 << (LEAST * KIND_BITS)) - 1;

  /** One of the kinds for each byte that texts hold, in either case; 0 for all others. */
  private final byte[] kinds = new byte[256];

  /** For three kinds in a row the index of the texts that hold them; 0 if none does. */
  private char[] groups = new char[0];

  /** The texts of each group by their index; the first group is empty. */
  private int[][] members = new int[0][];

  private final byte[][] texts;

  /** Where in each text the three bytes begin that are looked for. */
  private final int[] rare;

  private final int longest;

  /** How often three kinds in a row were read; empty once that is learnt. */
  private int[] seen = new int[THREE + 1];

  private int lesson;

  /**
   * Finds {@code wanted}.
   *
   * @param wanted ASCII in small letters, none shorter than {@link #LEAST}
   */
  Anchors(List<String> wanted) {
    texts =
        wanted.stream()
            .map(text -> text.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);
    rare = new int[texts.length];
    longest = Arrays.stream(texts).mapToInt(text -> text.length).max().orElse(LEAST);
    int used = 0;
    for (byte[] text : texts) {
      for (byte b : text) {
        if (kinds[b] == 0) {
          kinds[b] = (byte) (1 + used++ % (KINDS - 1));
          if (b >= 'a' && b <= 'z') {
            kinds[b - 'a' + 'A'] = kinds[b];
          }
        }
      }
    }
    group();
  }

  private void group() {
    groups = new char[THREE + 1];
    List<List<Integer>> grouped = new ArrayList<>();
    grouped.add(List.of());
    for (int text = 0; text < texts.length; text++) {
      int three = three(texts[text], rare[text]);
      if (groups[three] == 0) {
        groups[three] = (char) grouped.size();
        grouped.add(new ArrayList<>());
      }
      grouped.get(groups[three]).add(text);
    }
    members =
        grouped.stream()
            .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  private int three(byte[] bytes, int at) {
    return (kind(bytes[at]) << (2 * KIND_BITS))
        | (kind(bytes[at + 1]) << KIND_BITS)
        | kind(bytes[at + 2]);
  }

  private int kind(byte b) {
    return kinds[b & 0xff];
  }

  /** Counts what stands in {@code bytes(from, to]}; after enough of it looks for what is rarest. */
  private void learn(byte[] bytes, int from, int to) {
    for (int at = from; at + LEAST <= to; at++) {
      seen[three(bytes, at)]++;
    }
    lesson += to - from;
    if (lesson < LESSON) {
      return;
    }
    for (int text = 0; text < texts.length; text++) {
      for (int at = 1; at + LEAST <= texts[text].length; at++) {
        if (seen[three(texts[text], at)] < seen[three(texts[text], rare[text])]) {
          rare[text] = at;
        }
      }
    }
    seen = new int[0];
    group();
  }

  /** Is told where texts end. */
  @FunctionalInterface
  interface Hits {
    /**
     * The text {@code anchor} stands from {@code start} on.
     *
     * @return whether shorter ones with the same end need not be told
     */
    boolean at(int start, int anchor);
  }

  /**
   * Tells {@code hits} of all texts that end in {@code bytes(from, to]}: in the order of their
   * ends, and of those that end together the longest first.
   */
  void find(byte[] bytes, int from, int to, Hits hits) {
    Found found = new Found(from, to);
    int at = next(bytes, Math.max(0, from - longest), to, kinds, groups);
    while (at < to) {
      int start = at + 1 - LEAST;
      compare(bytes, start, groups[three(bytes, start)], found);
      at = next(bytes, start + 1, to, kinds, groups);
    }
    found.tell(hits);
    if (seen.length > 0) {
      learn(bytes, from, to);
    }
  }

  /** The last of the next three bytes that are looked for; {@code to} if there are none. */
  private static int next(byte[] bytes, int from, int to, byte[] kinds, char[] groups) {
    int three = 0;
    for (int at = from; at < to; at++) {
      three = ((three << KIND_BITS) | kinds[bytes[at] & 0xff]) & THREE;
      if (groups[three] != 0) {
        return at;
      }
    }
    return to;
  }

  private void compare(byte[] bytes, int at, int group, Found found) {
    for (int text : members[group]) {
      int start = at - rare[text];
      int end = start + texts[text].length;
      if (start >= 0 && end > found.from && end <= found.to && stands(texts[text], bytes, start)) {
        found.add(start, end, text);
      }
    }
  }

  private static boolean stands(byte[] text, byte[] bytes, int start) {
    for (int i = 0; i < text.length; i++) {
      int b = bytes[start + i];
      if (b != text[i] && (b < 'A' || b > 'Z' || b + ('a' - 'A') != text[i])) {
        return false;
      }
    }
    return true;
  }

  /** The texts that end in a stretch of bytes. */
  private static final class Found {
    private static final int FIELDS = 3;
    private static final int FEW = 64;

    private final int from;
    private final int to;

    /** Start, end and index of each. */
    private int[] texts = new int[FEW * FIELDS];

    private int used;

    Found(int from, int to) {
      this.from = from;
      this.to = to;
    }

    /** Puts a text behind those that end earlier, or end with it and are longer. */
    void add(int start, int end, int index) {
      if (used == texts.length) {
        texts = Arrays.copyOf(texts, used * 2);
      }
      int at = used;
      while (at > 0 && behind(at - FIELDS, start, end)) {
        at -= FIELDS;
      }
      System.arraycopy(texts, at, texts, at + FIELDS, used - at);
      texts[at] = start;
      texts[at + 1] = end;
      texts[at + 2] = index;
      used += FIELDS;
    }

    private boolean behind(int at, int start, int end) {
      return texts[at + 1] > end || (texts[at + 1] == end && texts[at] > start);
    }

    void tell(Hits hits) {
      int settled = -1;
      for (int at = 0; at < used; at += FIELDS) {
        if (texts[at + 1] != settled && hits.at(texts[at], texts[at + 2])) {
          settled = texts[at + 1];
        }
      }
    }
  }
}
