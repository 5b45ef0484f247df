package io.marketplace.guard;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.Operations;

/**
 * One form of text: a deterministic automaton over folded characters, the edges it must have, and a
 * check that what it matched is real. Every state leads to a match, so that a state that is alive
 * at the end of the text says exactly that more text could still make one. Takes time linear in its
 * span, whatever the text. Immutable and thread-safe.
 */
final class Shape {

  /** No match begins there, whatever follows. */
  static final int NONE = -1;

  /** What follows decides. */
  static final int OPEN = -2;

  private static final int ASCII = 0x80;

  private final CharacterRunAutomaton run;
  private final boolean caseless;
  private final int span;
  private final IntPredicate joined;
  private final Predicate<String> real;
  private final BitSet begins = new BitSet(ASCII);
  private final boolean beginsElsewhere;

  /**
   * Makes one.
   *
   * @param automaton deterministic, over code points in lower case if {@code caseless}
   * @param span the most UTF-16 units a match is read for
   * @param joined two such characters side by side are no edge
   * @param real decides on what was matched, folded and without the invisible
   */
  Shape(
      Automaton automaton,
      boolean caseless,
      int span,
      IntPredicate joined,
      Predicate<String> real) {
    this.run = new CharacterRunAutomaton(Operations.removeDeadStates(automaton));
    this.caseless = caseless;
    this.span = span;
    this.joined = joined;
    this.real = real;
    for (int c = 0; c < ASCII; c++) {
      if (run.step(0, caseless ? Folding.caseless(c) : c) >= 0) {
        begins.set(c);
      }
    }
    boolean elsewhere = false;
    for (int point : run.getCharIntervals()) {
      elsewhere |= point >= ASCII && run.step(0, point) >= 0;
    }
    beginsElsewhere = elsewhere;
  }

  /** Whether a match may begin with a folded character. */
  boolean mayBegin(int folded) {
    return folded < ASCII ? begins.get(folded) : beginsElsewhere;
  }

  /**
   * The end of the longest real match that begins exactly at {@code at}; {@link #NONE} or {@link
   * #OPEN}.
   *
   * @param before the character before; -1 at the beginning
   * @param last whether no more text follows
   */
  int match(CharSequence text, int at, int before, boolean last) {
    int first = Folding.fold(Character.codePointAt(text, at));
    int previous = before < 0 ? -1 : Folding.fold(before);
    if (previous >= 0 && joined.test(previous) && joined.test(first)) {
      return NONE;
    }
    int state = 0;
    int i = at;
    StringBuilder plain = new StringBuilder();
    List<int[]> ends = new ArrayList<>(2);
    while (true) {
      if (i >= text.length()) {
        if (!last) {
          return OPEN;
        }
        break;
      }
      int c = Character.codePointAt(text, i);
      if (unfinished(c, i, text, last)) {
        return OPEN;
      }
      if (Folding.invisible(c) && i > at) {
        i++;
        if (i - at > span) {
          break;
        }
        continue;
      }
      int folded = Folding.fold(c);
      if (i > at && run.isAccept(state) && !(joined.test(previous) && joined.test(folded))) {
        ends.add(new int[] {i, plain.length()});
      }
      state = run.step(state, caseless ? Folding.caseless(folded) : folded);
      if (state < 0 || i - at >= span) {
        state = -1;
        break;
      }
      plain.appendCodePoint(folded);
      previous = folded;
      i += Character.charCount(c);
    }
    if (state >= 0 && !plain.isEmpty() && run.isAccept(state)) {
      ends.add(new int[] {i, plain.length()});
    }
    for (int[] end : ends.reversed()) {
      if (real.test(plain.substring(0, end[1]))) {
        return end[0];
      }
    }
    return NONE;
  }

  /** The first half of a surrogate pair whose second half has not come yet. */
  private static boolean unfinished(int c, int i, CharSequence text, boolean last) {
    return !last
        && i == text.length() - 1
        && c <= Character.MAX_VALUE
        && Character.isHighSurrogate((char) c);
  }
}
