package io.marketplace.guard;

import io.marketplace.model.guard.Finding;
import io.marketplace.model.guard.GuardAction;
import io.marketplace.model.guard.GuardRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One prompt or answer being read: what was found in all its texts together. Confined to one
 * thread.
 */
public final class Reading {

  private static final int MAX_FINDINGS = 1_000;

  private final Screen screen;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<GuardRule, Integer> counts = new LinkedHashMap<>();
  private @Nullable GuardRule blockedBy;
  private long chars;

  Reading(Screen screen) {
    this.screen = screen;
  }

  /** Begins one of its texts. */
  public Lane lane() {
    return new Lane(screen, this);
  }

  /** The whole of one of its texts, as it may be handed on. */
  public String whole(String text) {
    Lane lane = lane();
    String begin = lane.feed(text);
    String end = lane.finish();
    return end.isEmpty() ? begin : begin + end;
  }

  /**
   * The first rule that blocks; empty while none does. What was read must then not be handed on.
   */
  public Optional<GuardRule> blockedBy() {
    return Optional.ofNullable(blockedBy);
  }

  /** What was found where, as far as the first thousand go. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** How often each rule found something. */
  public Map<GuardRule, Integer> counts() {
    return counts;
  }

  void count(int more) {
    long before = chars;
    chars += more;
    for (ReadyRule rule : screen.rules()) {
      int max = rule.rule().maxChars().orElse(Integer.MAX_VALUE);
      if (rule.bySize() && before <= max && chars > max) {
        found(rule.rule(), max, max + 1);
      }
    }
  }

  void found(GuardRule rule, int start, int end) {
    counts.merge(rule, 1, Integer::sum);
    if (findings.size() < MAX_FINDINGS) {
      findings.add(new Finding(rule.name(), rule.detector(), rule.action(), start, end));
    }
    if (blockedBy == null && rule.action() == GuardAction.BLOCK) {
      blockedBy = rule;
    }
  }
}
