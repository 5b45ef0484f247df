package io.marketplace.guard;

import io.marketplace.model.guard.Detector;
import io.marketplace.model.guard.GuardAction;
import io.marketplace.model.guard.GuardRule;
import java.util.ArrayList;
import java.util.List;

/** Screens as tests need them. */
final class Rules {

  private Rules() {}

  static GuardRule rule(Detector detector, GuardAction action, String... values) {
    return GuardRule.of(detector.code(), detector, action, values);
  }

  static Screen screen(GuardRule... rules) {
    List<ReadyRule> ready = new ArrayList<>();
    for (GuardRule rule : rules) {
      ready.add(ReadyRule.of("rules[0]", rule));
    }
    return new Screen(ready);
  }

  /** What {@code detector} leaves of a text. */
  static String redacted(Detector detector, String text, String... values) {
    return screen(rule(detector, GuardAction.REDACT, values)).start().whole(text);
  }
}
