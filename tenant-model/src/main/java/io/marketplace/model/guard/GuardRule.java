package io.marketplace.model.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One rule of the guardrails.
 *
 * @param name what callers are told and what stands in traces and in place of redacted text
 * @param detector what it looks for
 * @param sides whose words it reads, at least one
 * @param action what is done about a finding
 * @param requestClasses the request classes it holds for; empty: all calls
 * @param values terms, regular expressions or countries (ISO 3166 alpha-2), as the detector asks
 * @param maxChars the most characters of text, for {@link Detector#SIZE} alone
 */
public record GuardRule(
    String name,
    Detector detector,
    Set<Side> sides,
    GuardAction action,
    Set<String> requestClasses,
    List<String> values,
    Optional<Integer> maxChars) {

  /** Copies the collections. */
  public GuardRule {
    sides = Set.copyOf(sides);
    requestClasses = Set.copyOf(requestClasses);
    values = List.copyOf(values);
  }

  /** A rule for both sides and all calls. */
  public static GuardRule of(String name, Detector detector, GuardAction action, String... values) {
    return new GuardRule(
        name,
        detector,
        Set.of(Side.PROMPT, Side.ANSWER),
        action,
        Set.of(),
        List.of(values),
        Optional.empty());
  }

  /** Whether it holds for a call that bears one of {@code classes}. */
  public boolean holdsFor(Set<String> classes) {
    return requestClasses.isEmpty() || classes.stream().anyMatch(requestClasses::contains);
  }
}
