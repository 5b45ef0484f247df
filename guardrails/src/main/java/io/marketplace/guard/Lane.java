package io.marketplace.guard;

import io.marketplace.model.guard.GuardAction;
import io.marketplace.model.guard.GuardRule;
import java.util.List;

/**
 * One text that comes in pieces. What is handed on is settled: no text that follows could make it,
 * or a part of it, a finding. Held back is only what begins something that a rule may still find,
 * at most the span of the rule. However a text is cut, the pieces handed on and the findings are
 * the same in sum. Confined to one thread.
 */
public final class Lane {

  private final Screen screen;
  private final Reading reading;
  private final StringBuilder held = new StringBuilder();

  /** Of each rule the end of its last match: its matches do not overlap. */
  private final int[] free;

  private final int[] ends;

  /** The place of the first character held, counted from the text's beginning. */
  private int base;

  /** The character before it; -1 at the text's beginning. */
  private int before = -1;

  private int redactedUntil;

  Lane(Screen screen, Reading reading) {
    this.screen = screen;
    this.reading = reading;
    free = new int[screen.rules().size()];
    ends = new int[free.length];
  }

  /** Takes more of the text; returns what may be handed on. */
  public String feed(String more) {
    reading.count(more.length());
    held.append(more);
    return settle(false);
  }

  /** The text has ended; returns the rest of what may be handed on. */
  public String finish() {
    return settle(true);
  }

  /** Whether something is held back. */
  public boolean holds() {
    return !held.isEmpty();
  }

  private String settle(boolean last) {
    StringBuilder out = new StringBuilder(held.length());
    int i = 0;
    while (i < held.length()) {
      int c = held.codePointAt(i);
      boolean half = i == held.length() - 1 && Character.isHighSurrogate(held.charAt(i));
      if (half && !last) {
        break;
      }
      int folded = Folding.fold(c);
      long rules = screen.beginAt(folded);
      if (rules != 0 && !settled(rules, i, folded, last, out)) {
        break;
      }
      int next = i + Character.charCount(c);
      if (base + i >= redactedUntil) {
        out.append(held, i, next);
      }
      before = c;
      i = next;
    }
    base += i;
    held.delete(0, i);
    return out.toString();
  }

  /** Notes what the rules find at {@code i}; false, and nothing noted, if one cannot say yet. */
  private boolean settled(long bits, int i, int folded, boolean last, StringBuilder out) {
    List<ReadyRule> rules = screen.rules();
    for (int r = 0; r < ends.length; r++) {
      ends[r] = Shape.NONE;
      if ((bits & (1L << r)) != 0 && free[r] <= base + i) {
        ends[r] = rules.get(r).match(held, i, before, folded, last);
        if (ends[r] == Shape.OPEN) {
          return false;
        }
      }
    }
    for (int r = 0; r < ends.length; r++) {
      if (ends[r] >= 0) {
        int end = base + ends[r];
        free[r] = end;
        found(rules.get(r).rule(), base + i, end, out);
      }
    }
    return true;
  }

  private void found(GuardRule rule, int start, int end, StringBuilder out) {
    reading.found(rule, start, end);
    if (rule.action() == GuardAction.REDACT) {
      if (start >= redactedUntil) {
        out.append("[redacted:").append(rule.name()).append(']');
      }
      redactedUntil = Math.max(redactedUntil, end);
    }
  }
}
