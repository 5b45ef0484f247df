package io.marketplace.model.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses documents that cannot mean what their writer meant: unknown names, sets that include
 * themselves, rules that can never hold, permissions that a denial takes away whole.
 */
final class PolicyCheck {

  static final int MAX_RULES = 100;
  static final int MAX_SETS = 20;
  static final int MAX_CONDITIONS = 10;

  /** Of the document in words; more is no policy that a person could answer for. */
  private static final int MAX_CHARS = 65_536;

  private record Placed(String pointer, PolicyRule rule) {}

  private final PolicyDocument document;
  private final PolicyVocabulary vocabulary;
  private final Map<String, Integer> sets = new HashMap<>();
  private final Map<String, Placed> rules = new HashMap<>();

  private PolicyCheck(PolicyDocument document, PolicyVocabulary vocabulary) {
    this.document = document;
    this.vocabulary = vocabulary;
  }

  /**
   * Checks a document.
   *
   * @param tenants whether it is a tenant's, which may include the platform's rules
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} whose
   *     field is the JSON pointer of the first fault
   */
  static void check(PolicyDocument document, PolicyVocabulary vocabulary, boolean tenants) {
    new PolicyCheck(document, vocabulary).check(tenants);
  }

  private void check(boolean tenants) {
    if (document.words().length() > MAX_CHARS) {
      throw Fault.at("/rules", "must have at most 65,536 characters in all");
    }
    for (int i = 0; i < document.sets().size(); i++) {
      String pointer = "/sets/" + i + "/name";
      String name = Fault.name(pointer, document.sets().get(i).name());
      if (name.equals(RuleInclude.PLATFORM)) {
        throw Fault.at(pointer, "must not be platform: that stands for the platform's rules");
      }
      if (sets.put(name, i) != null) {
        throw Fault.at(pointer, "is the name of another set too");
      }
    }
    entries("/rules", document.rules(), tenants);
    for (int i = 0; i < document.sets().size(); i++) {
      RuleSet set = document.sets().get(i);
      entries("/sets/" + i + "/rules", set.rules(), tenants);
      if (set.rules().isEmpty()) {
        throw Fault.at("/sets/" + i + "/rules", "must hold at least one rule");
      }
    }
    for (RuleSet set : document.sets()) {
      follow(set, new ArrayDeque<>(), new HashSet<>());
    }
    withoutEffect();
  }

  private void entries(String pointer, List<PolicyEntry> entries, boolean tenants) {
    if (entries.size() > MAX_RULES) {
      throw Fault.at(pointer, "must have at most " + MAX_RULES + " entries");
    }
    for (int i = 0; i < entries.size(); i++) {
      String at = pointer + "/" + i;
      switch (entries.get(i)) {
        case RuleInclude include -> {
          boolean known =
              include.set().equals(RuleInclude.PLATFORM)
                  ? tenants
                  : sets.containsKey(include.set());
          if (!known) {
            throw Fault.at(at + "/include", "names no set of rules of this document");
          }
        }
        case PolicyRule rule -> rule(at, rule);
      }
    }
  }

  private void rule(String at, PolicyRule rule) {
    Fault.name(at + "/name", rule.name());
    if (rules.put(rule.name(), new Placed(at, rule)) != null) {
      throw Fault.at(at + "/name", "is the name of another rule too");
    }
    if (rule.sensitivities().isEmpty()) {
      throw Fault.at(at + "/sensitivities", "must name at least one sensitivity");
    }
    if (rule.effect() == RuleEffect.ALLOW && rule.conditions().isEmpty()) {
      throw Fault.at(
          at, "is empty: a rule that allows must say at least one thing of the provider");
    }
    if (rule.conditions().size() > MAX_CONDITIONS) {
      throw Fault.at(at + "/when", "must have at most " + MAX_CONDITIONS + " entries");
    }
    for (int i = 0; i < rule.conditions().size(); i++) {
      boolean simple = PolicyTree.isSimple(rule);
      condition(at + (simple ? "/jurisdictions" : "/when/" + i), rule, i);
    }
  }

  private void condition(String at, PolicyRule rule, int index) {
    PolicyCondition condition = rule.conditions().get(index);
    for (String value : Fault.texts(at, condition.values())) {
      if (!vocabulary.knows(condition.attribute(), value)) {
        throw Fault.at(at, "names an unknown " + condition.attribute().code() + ": " + value);
      }
    }
    if (condition.impossible()
        || rule.conditions().subList(0, index).stream().anyMatch(condition::excludes)) {
      throw Fault.at(at, "can never hold, so that the rule would never match");
    }
  }

  private void follow(RuleSet set, Deque<String> path, Set<String> done) {
    path.push(set.name());
    for (int i = 0; i < set.rules().size(); i++) {
      if (set.rules().get(i) instanceof RuleInclude include) {
        Integer index = sets.get(include.set());
        if (index == null) {
          continue;
        }
        if (path.contains(include.set())) {
          throw Fault.at(
              "/sets/" + sets.get(set.name()) + "/rules/" + i + "/include",
              "closes a circle: " + include.set() + " would include itself");
        }
        if (done.add(include.set())) {
          follow(document.sets().get(index), path, done);
        }
      }
    }
    path.pop();
  }

  private void withoutEffect() {
    List<PolicyRule> flat = document.flat(List.of());
    List<PolicyRule> denials = new ArrayList<>(flat);
    denials.removeIf(rule -> rule.effect() == RuleEffect.ALLOW);
    for (PolicyRule rule : flat) {
      if (rule.effect() == RuleEffect.DENY) {
        continue;
      }
      for (PolicyRule denial : denials) {
        if (denial.covers(rule)) {
          Placed placed = rules.get(rule.name());
          throw Fault.at(
              placed == null ? "/rules" : placed.pointer(),
              "contradicts the rule " + denial.name() + ", which denies all that it allows");
        }
      }
    }
  }
}
