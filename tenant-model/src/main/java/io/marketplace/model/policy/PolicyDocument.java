package io.marketplace.model.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of one version of a policy as they are written: with names for sets of them.
 *
 * @param rules what holds
 * @param sets rules under a name; they hold where they are included
 */
public record PolicyDocument(List<PolicyEntry> rules, List<RuleSet> sets) {

  /** Allows nothing. */
  public static final PolicyDocument NOTHING = new PolicyDocument(List.of(), List.of());

  /** Copies the lists. */
  public PolicyDocument {
    rules = List.copyOf(rules);
    sets = List.copyOf(sets);
  }

  /** A document without sets. */
  public static PolicyDocument of(List<? extends PolicyEntry> rules) {
    return new PolicyDocument(List.copyOf(rules), List.of());
  }

  /**
   * The rules with every set in its place, each set once. A name that stands for no set brings
   * nothing: a checked document has none.
   *
   * @param platform what the name {@value RuleInclude#PLATFORM} stands for
   */
  public List<PolicyRule> flat(List<PolicyRule> platform) {
    Map<String, List<? extends PolicyEntry>> named = new LinkedHashMap<>();
    sets.forEach(set -> named.put(set.name(), set.rules()));
    named.put(RuleInclude.PLATFORM, platform);
    List<PolicyRule> flat = new ArrayList<>();
    collect(rules, named, new HashSet<>(), flat);
    return List.copyOf(flat);
  }

  private static void collect(
      List<? extends PolicyEntry> entries,
      Map<String, List<? extends PolicyEntry>> named,
      Set<String> done,
      List<PolicyRule> flat) {
    for (PolicyEntry entry : entries) {
      switch (entry) {
        case PolicyRule rule -> flat.add(rule);
        case RuleInclude include -> {
          if (done.add(include.set())) {
            collect(named.getOrDefault(include.set(), List.of()), named, done, flat);
          }
        }
      }
    }
  }

  /** The document in words, one sentence a rule. */
  public String words() {
    StringBuilder words = new StringBuilder(words(rules));
    for (RuleSet set : sets) {
      words.append("; set ").append(set.name()).append(": ").append(words(set.rules()));
    }
    return words.toString();
  }

  private static String words(List<PolicyEntry> entries) {
    return String.join(
        "; ",
        entries.stream()
            .map(
                entry ->
                    switch (entry) {
                      case PolicyRule rule -> rule.name() + ": " + rule.words();
                      case RuleInclude include -> "include " + include.set();
                    })
            .toList());
  }
}
