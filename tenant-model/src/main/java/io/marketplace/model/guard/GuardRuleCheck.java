package io.marketplace.model.guard;

import io.marketplace.model.kernel.Input;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What may stand in a rule. */
final class GuardRuleCheck {

  /** A call is read by the platform's and the tenant's rules together, at most twice as many. */
  private static final int MAX_RULES = 32;

  private static final int MAX_TERMS = 500;
  private static final int MAX_PATTERNS = 50;
  private static final int MAX_CLASSES = 50;

  /** More than fits into any request. */
  private static final int MAX_CHARS = 1_000_000_000;

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  private GuardRuleCheck() {}

  static List<GuardRule> check(List<GuardRule> rules) {
    if (rules.size() > MAX_RULES) {
      throw Input.invalid("rules", "rules must be at most " + MAX_RULES + ".");
    }
    Set<String> names = new HashSet<>();
    List<GuardRule> checked = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      String at = "rules[" + i + "]";
      GuardRule rule = check(at, rules.get(i));
      if (!names.add(rule.name())) {
        throw Input.invalid(at + ".name", "rules must bear different names.");
      }
      checked.add(rule);
    }
    return checked;
  }

  private static GuardRule check(String at, GuardRule rule) {
    if (!NAME.matcher(rule.name()).matches()) {
      throw Input.invalid(
          at + ".name",
          at + ".name must be 1 to 40 small letters, digits and hyphens, no hyphen first.");
    }
    if (rule.sides().isEmpty()) {
      throw Input.invalid(at + ".sides", at + ".sides must name prompt, answer or both.");
    }
    if (rule.requestClasses().size() > MAX_CLASSES) {
      throw Input.invalid(at + ".requestClasses", at + ".requestClasses must be at most 50.");
    }
    Set<String> classes = new LinkedHashSet<>();
    rule.requestClasses().forEach(one -> classes.add(Input.line(at + ".requestClasses", one, 200)));
    size(at, rule);
    return new GuardRule(
        rule.name(),
        rule.detector(),
        rule.sides(),
        rule.action(),
        classes,
        values(at + ".values", rule),
        rule.maxChars());
  }

  private static void size(String at, GuardRule rule) {
    boolean bySize = rule.detector() == Detector.SIZE;
    if (bySize != rule.maxChars().isPresent()) {
      throw Input.invalid(
          at + ".maxChars",
          bySize
              ? at + ".maxChars is missing: a size rule needs it."
              : at + ".maxChars belongs to size rules alone.");
    }
    if (rule.maxChars().filter(max -> max < 1 || max > MAX_CHARS).isPresent()) {
      throw Input.invalid(at + ".maxChars", at + ".maxChars must be 1 to " + MAX_CHARS + ".");
    }
    if (bySize && rule.action() == GuardAction.REDACT) {
      throw Input.invalid(at + ".action", "A size rule blocks or flags; it cannot redact.");
    }
  }

  private static List<String> values(String field, GuardRule rule) {
    List<String> given = rule.values();
    Detector detector = rule.detector();
    if (detector.needsValues() && given.isEmpty()) {
      throw Input.invalid(field, field + " must say what to look for.");
    }
    boolean takes = detector.needsValues() || detector == Detector.NATIONAL_ID;
    if (!takes && !given.isEmpty()) {
      throw Input.invalid(field, field + " must be empty for " + detector.code() + " rules.");
    }
    int most = detector == Detector.TERMS ? MAX_TERMS : MAX_PATTERNS;
    if (given.size() > most) {
      throw Input.invalid(field, field + " must be at most " + most + ".");
    }
    Set<String> values = new LinkedHashSet<>();
    for (String value : given) {
      values.add(Input.line(field, value, detector == Detector.TERMS ? 100 : 500));
    }
    return List.copyOf(values);
  }
}
