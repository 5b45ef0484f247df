package io.marketplace.api.guard;

import io.marketplace.model.guard.Detector;
import io.marketplace.model.guard.GuardAction;
import io.marketplace.model.guard.GuardRule;
import io.marketplace.model.guard.Side;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule.
 *
 * @param name small letters, digits and hyphens; told to callers and put in place of redacted text
 * @param detector iban, card, email, phone, national-id, secret, terms, pattern or size
 * @param action block, redact or flag
 * @param sides prompt, answer or both; left out: both
 * @param requestClasses the request classes it holds for; none: all calls
 * @param values terms, regular expressions, or countries of national-id
 * @param maxChars the most characters of text, for size
 */
public record GuardRuleBody(
    String name,
    String detector,
    String action,
    @Nullable List<String> sides,
    @Nullable List<String> requestClasses,
    @Nullable List<String> values,
    Optional<Integer> maxChars) {

  static GuardRuleBody of(GuardRule rule) {
    return new GuardRuleBody(
        rule.name(),
        rule.detector().code(),
        rule.action().code(),
        rule.sides().stream().sorted().map(Side::code).toList(),
        rule.requestClasses().stream().sorted().toList(),
        rule.values(),
        rule.maxChars());
  }

  GuardRule rule() {
    Set<Side> read = new LinkedHashSet<>();
    for (String side : sides == null ? List.of("prompt", "answer") : sides) {
      read.add(Side.parse("rules.sides", side));
    }
    return new GuardRule(
        name,
        Detector.parse("rules.detector", detector),
        read,
        GuardAction.parse("rules.action", action),
        requestClasses == null ? Set.of() : new LinkedHashSet<>(requestClasses),
        values == null ? List.of() : values,
        maxChars);
  }
}
