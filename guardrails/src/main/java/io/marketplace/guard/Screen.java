package io.marketplace.guard;

import io.marketplace.model.guard.GuardAction;
import java.util.List;

/**
 * Rules that read the same words, ready for any number of texts. Each rule reads the text as it
 * came, for itself: what one rule redacts another still sees. A rule's matches are the leftmost, of
 * these the longest, and do not overlap. Immutable and thread-safe.
 */
public final class Screen {

  private static final int ASCII = 0x80;

  private final List<ReadyRule> rules;

  /** For each ASCII character the rules, as bits, that may match from it on. */
  private final long[] beginAt = new long[ASCII];

  private final long beginElsewhere;

  /** At most 64 rules. */
  public Screen(List<ReadyRule> rules) {
    if (rules.size() > Long.SIZE) {
      throw new IllegalArgumentException("more rules than a screen can hold");
    }
    this.rules = List.copyOf(rules);
    for (int c = 0; c < ASCII; c++) {
      beginAt[c] = bits(c);
    }
    // any character beyond ASCII stands for all of them
    beginElsewhere = bits(ASCII);
  }

  private long bits(int folded) {
    long bits = 0;
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).mayBegin(folded)) {
        bits |= 1L << i;
      }
    }
    return bits;
  }

  /** Whether there is nothing to look for. */
  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Whether a text may come out other than it went in, or not at all. */
  public boolean intervenes() {
    return rules.stream().anyMatch(rule -> rule.rule().action() != GuardAction.FLAG);
  }

  /** Begins a prompt or an answer. */
  public Reading start() {
    return new Reading(this);
  }

  List<ReadyRule> rules() {
    return rules;
  }

  long beginAt(int folded) {
    return folded < ASCII ? beginAt[folded] : beginElsewhere;
  }
}
