package io.marketplace.names.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds many texts at once, whatever their case: the automaton of Aho and Corasick as one table,
 * with bytes that no text holds in one column. A step is one addition and one look-up.
 *
 * @see <a href="https://doi.org/10.1145/360825.360855">Aho, Corasick: Efficient string matching,
 *     CACM 18 (1975)</a>
 */
final class Anchors {

  /** Where a byte stands in a row. */
  private final int[] columns = new int[256];

  /** The next state for each state and column; a state is the index of its row's beginning. */
  private final int[] table;

  /** States from here on end a text. */
  private final int firstEnding;

  private final int shift;

  /** For each ending state the texts that end there, the longest first, by their index. */
  private final int[][] endings;

  private final int[] lengths;

  /** An automaton for {@code texts}, which are ASCII in small letters. */
  Anchors(List<String> texts) {
    lengths = texts.stream().mapToInt(String::length).toArray();
    int used = fillColumns(texts);
    shift = 32 - Integer.numberOfLeadingZeros(used);
    Trie trie = new Trie(used + 1);
    for (int i = 0; i < texts.size(); i++) {
      trie.add(texts.get(i).getBytes(StandardCharsets.US_ASCII), i, columns);
    }
    List<int[]> automaton = trie.complete();
    // Ending states get the highest numbers, so that the loop compares instead of looking up.
    int[] number = new int[automaton.size()];
    int next = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int state = 0; state < number.length; state++) {
        if (trie.ends(state) == (pass == 1)) {
          number[state] = next++;
        }
      }
    }
    int first = number.length;
    for (int state = 0; state < number.length; state++) {
      first = trie.ends(state) ? Math.min(first, number[state]) : first;
    }
    table = new int[number.length << shift];
    endings = new int[number.length - first][];
    for (int state = 0; state < number.length; state++) {
      int[] row = automaton.get(state);
      for (int column = 0; column <= used; column++) {
        table[(number[state] << shift) + column] = number[row[column]] << shift;
      }
      if (trie.ends(state)) {
        endings[number[state] - first] = trie.textsAt(state, lengths);
      }
    }
    firstEnding = first << shift;
  }

  private int fillColumns(List<String> texts) {
    int used = 0;
    for (String text : texts) {
      for (byte b : text.getBytes(StandardCharsets.US_ASCII)) {
        int small = b & 0xff;
        if (columns[small] == 0) {
          columns[small] = ++used;
          if (small >= 'a' && small <= 'z') {
            columns[small - 'a' + 'A'] = used;
          }
        }
      }
    }
    return used;
  }

  /**
   * Runs on from {@code state} over {@code bytes[from, to)}, up to the first byte that ends a text.
   *
   * @return the index behind that byte, negated and less one; {@code to} if there is none
   */
  int run(byte[] bytes, int from, int to, int[] state) {
    int[] next = table;
    int[] column = columns;
    int ending = firstEnding;
    int s = state[0];
    for (int i = from; i < to; i++) {
      s = next[s + column[bytes[i] & 0xff]];
      if (s >= ending) {
        state[0] = s;
        return -(i + 1) - 1;
      }
    }
    state[0] = s;
    return to;
  }

  /** The texts that end in this state, the longest first. */
  int[] endingAt(int state) {
    return endings[(state - firstEnding) >> shift];
  }

  /** How many bytes a text has. */
  int length(int text) {
    return lengths[text];
  }

  /** The texts as a tree, then as an automaton. */
  private static final class Trie {
    private final int width;
    private final List<int[]> rows = new ArrayList<>();
    private final List<List<Integer>> texts = new ArrayList<>();

    Trie(int width) {
      this.width = width;
      node();
    }

    private int node() {
      rows.add(new int[width]);
      texts.add(new ArrayList<>());
      return rows.size() - 1;
    }

    void add(byte[] text, int index, int[] columns) {
      int at = 0;
      for (byte b : text) {
        int column = columns[b & 0xff];
        if (rows.get(at)[column] == 0) {
          rows.get(at)[column] = node();
        }
        at = rows.get(at)[column];
      }
      texts.get(at).add(index);
    }

    /**
     * Fills in where a text that goes on otherwise leads to: the longest ending that begins one.
     */
    List<int[]> complete() {
      int[] fallback = new int[rows.size()];
      ArrayDeque<Integer> queue = new ArrayDeque<>();
      Arrays.stream(rows.getFirst()).filter(child -> child != 0).forEach(queue::add);
      while (!queue.isEmpty()) {
        int at = queue.remove();
        texts.get(at).addAll(texts.get(fallback[at]));
        int[] row = rows.get(at);
        int[] other = rows.get(fallback[at]);
        for (int column = 0; column < width; column++) {
          if (row[column] == 0) {
            row[column] = other[column];
          } else {
            fallback[row[column]] = other[column];
            queue.add(row[column]);
          }
        }
      }
      return rows;
    }

    boolean ends(int state) {
      return !texts.get(state).isEmpty();
    }

    int[] textsAt(int state, int[] lengths) {
      return texts.get(state).stream()
          .sorted((a, b) -> lengths[b] - lengths[a])
          .mapToInt(Integer::intValue)
          .toArray();
    }
  }
}
