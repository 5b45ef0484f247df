package io.marketplace.gateway.snapshot;

import io.marketplace.guard.ReadyRule;
import io.marketplace.guard.Screen;
import io.marketplace.model.guard.Side;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The guardrails that hold for a tenant's calls, the platform's and its own, with a screen made
 * ready for each side and request class. Immutable and thread-safe.
 */
public final class GuardSet {
  private final String label;
  private final List<ReadyRule> rules;
  private final List<String> unreadable;
  private final Map<Side, Screen> ofAllCalls = new EnumMap<>(Side.class);
  private final Map<Side, Map<String, Screen>> ofClass = new EnumMap<>(Side.class);

  /**
   * Takes the rules; {@code label} names their versions, for traces, {@code unreadable} further
   * rules that hold too and that nobody here understands.
   */
  GuardSet(String label, List<ReadyRule> rules, List<String> unreadable) {
    this.label = label;
    this.rules = List.copyOf(rules);
    this.unreadable = List.copyOf(unreadable);
    Set<String> classes = new HashSet<>();
    rules.forEach(rule -> classes.addAll(rule.rule().requestClasses()));
    for (Side side : Side.values()) {
      ofAllCalls.put(side, screen(side, Set.of()));
      Map<String, Screen> screens = new HashMap<>();
      classes.forEach(one -> screens.put(one, screen(side, Set.of(one))));
      ofClass.put(side, screens);
    }
  }

  private Screen screen(Side side, Set<String> classes) {
    return new Screen(
        rules.stream()
            .filter(ready -> ready.rule().sides().contains(side))
            .filter(ready -> ready.rule().holdsFor(classes))
            .toList());
  }

  /**
   * The screen for a call. A call that names a class other than its alias's is read by the rules of
   * both, so that no word of the caller takes a rule away.
   */
  public Screen screen(Side side, @Nullable String ofAlias, @Nullable String ofCall) {
    Map<String, Screen> screens = ofClass.getOrDefault(side, Map.of());
    Screen byAlias = ofAlias == null ? null : screens.get(ofAlias);
    Screen byCall = ofCall == null || ofCall.equals(ofAlias) ? null : screens.get(ofCall);
    if (byAlias != null && byCall != null && ofAlias != null && ofCall != null) {
      return screen(side, Set.of(ofAlias, ofCall));
    }
    Screen named = byAlias == null ? byCall : byAlias;
    return named == null ? screens(side) : named;
  }

  private Screen screens(Side side) {
    Screen screen = ofAllCalls.get(side);
    if (screen == null) {
      throw new IllegalStateException("no screen for " + side);
    }
    return screen;
  }

  /** The names of rules that hold and cannot be read: while there are any, no call may pass. */
  public List<String> unreadable() {
    return unreadable;
  }

  /** Whose versions these are. */
  public String label() {
    return label;
  }
}
