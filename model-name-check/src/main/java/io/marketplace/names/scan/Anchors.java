package io.marketplace.names.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds many texts at once, whatever their case: the automaton of Aho and Corasick as one table,
 * with bytes that no text holds in one column. Four parts of the bytes are read side by side, for a
 * step waits for its look-up and the other three need not.
 *
 * @see <a href="https://doi.org/10.1145/360825.360855">Aho, Corasick: Efficient string matching,
 *     CACM 18 (1975)</a>
 */
final class Anchors {
  private static final int LANES = 4;

  /** In a state: a text ends here. */
  private static final int ENDS = Integer.MIN_VALUE;

  /** Where a byte stands in a row. */
  private final int[] columns = new int[256];

  /** The next state for each state and column; a state is the index of its row's beginning. */
  private final int[] table;

  private final int width;

  /** For each state the texts that end there, the longest first, by their index. */
  private final int[][] endings;

  private final int[] lengths;
  private final int longest;

  /** An automaton for {@code texts}, which are ASCII in small letters. */
  Anchors(List<String> texts) {
    lengths = texts.stream().mapToInt(String::length).toArray();
    longest = Arrays.stream(lengths).max().orElse(1);
    width = fillColumns(texts) + 1;
    Trie trie = new Trie(width);
    for (int i = 0; i < texts.size(); i++) {
      trie.add(texts.get(i).getBytes(StandardCharsets.US_ASCII), i, columns);
    }
    List<int[]> automaton = trie.complete();
    table = new int[automaton.size() * width];
    endings = new int[automaton.size()][];
    for (int state = 0; state < automaton.size(); state++) {
      int[] row = automaton.get(state);
      for (int column = 0; column < width; column++) {
        int next = row[column];
        table[state * width + column] = next * width | (trie.ends(next) ? ENDS : 0);
      }
      endings[state] = trie.textsAt(state, lengths);
    }
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

  /** Is told where texts end. */
  @FunctionalInterface
  interface Hits {
    /** The texts {@code anchors}, the longest first, end before {@code end}. */
    void at(int end, int[] anchors);
  }

  /** Tells {@code hits}, in their order, of all texts that end in {@code bytes(from, to]}. */
  void find(byte[] bytes, int from, int to, Hits hits) {
    int part = (to - from) / LANES;
    Lane[] lanes = new Lane[LANES];
    for (int lane = 0; lane < LANES; lane++) {
      lanes[lane] = new Lane(from + lane * part, stateAt(bytes, from + lane * part));
    }
    sideBySide(bytes, part, lanes);
    for (int lane = 0; lane < LANES; lane++) {
      int end = lane == LANES - 1 ? to : from + (lane + 1) * part;
      lanes[lane].alone(this, bytes, from + lane * part + part, end);
      lanes[lane].tell(this, hits);
    }
  }

  /** The state in front of {@code at}: no text that could end behind it began earlier. */
  private int stateAt(byte[] bytes, int at) {
    int state = 0;
    for (int i = Math.max(0, at - longest); i < at; i++) {
      state = table[state + columns[bytes[i] & 0xff]] & ~ENDS;
    }
    return state;
  }

  private void sideBySide(byte[] bytes, int part, Lane[] lanes) {
    int[] next = table;
    int[] column = columns;
    int a = lanes[0].state;
    int b = lanes[1].state;
    int c = lanes[2].state;
    int d = lanes[3].state;
    int begin = lanes[0].start;
    for (int i = begin; i < begin + part; i++) {
      a = next[a + column[bytes[i] & 0xff]];
      b = next[b + column[bytes[i + part] & 0xff]];
      c = next[c + column[bytes[i + 2 * part] & 0xff]];
      d = next[d + column[bytes[i + 3 * part] & 0xff]];
      if ((a | b | c | d) < 0) {
        a = lanes[0].note(i, a);
        b = lanes[1].note(i + part, b);
        c = lanes[2].note(i + 2 * part, c);
        d = lanes[3].note(i + 3 * part, d);
      }
    }
    lanes[0].state = a;
    lanes[1].state = b;
    lanes[2].state = c;
    lanes[3].state = d;
  }

  /** One of the parts: where it stands, and the texts that ended in it. */
  private static final class Lane {
    private static final int FEW = 16;

    private final int start;
    private int state;
    private int[] found = new int[FEW];
    private int count;

    Lane(int start, int state) {
      this.start = start;
      this.state = state;
    }

    /** Keeps an ending behind {@code at}, and gives back the plain state. */
    int note(int at, int reached) {
      if (reached >= 0) {
        return reached;
      }
      int plain = reached & ~ENDS;
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = at + 1;
      found[count++] = plain;
      return plain;
    }

    void alone(Anchors anchors, byte[] bytes, int from, int to) {
      for (int i = from; i < to; i++) {
        state = note(i, anchors.table[state + anchors.columns[bytes[i] & 0xff]]);
      }
    }

    void tell(Anchors anchors, Hits hits) {
      for (int i = 0; i < count; i += 2) {
        hits.at(found[i], anchors.endings[found[i + 1] / anchors.width]);
      }
    }
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
