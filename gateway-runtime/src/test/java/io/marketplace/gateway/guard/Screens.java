package io.marketplace.gateway.guard;

import io.marketplace.guard.Reading;
import io.marketplace.guard.ReadyRule;
import io.marketplace.guard.Screen;
import io.marketplace.model.guard.Detector;
import io.marketplace.model.guard.GuardAction;
import io.marketplace.model.guard.GuardRule;
import java.util.List;
import java.util.stream.Stream;

/** Screens as tests need them. */
final class Screens {
  static final String IBAN = "DE89 3704 0044 0532 0130 00";

  private Screens() {}

  static Reading redacting() {
    return reading(
        GuardRule.of("iban", Detector.IBAN, GuardAction.REDACT),
        GuardRule.of("email", Detector.EMAIL, GuardAction.REDACT),
        GuardRule.of("falcon", Detector.TERMS, GuardAction.REDACT, "Zürich 鷹", "falcon"));
  }

  static Reading blocking() {
    return reading(GuardRule.of("iban", Detector.IBAN, GuardAction.BLOCK));
  }

  static Reading reading(GuardRule... rules) {
    List<ReadyRule> ready = Stream.of(rules).map(rule -> ReadyRule.of("rule", rule)).toList();
    return new Screen(ready).start();
  }
}
