package io.marketplace.model.policy;

import java.util.List;

/**
 * Rules under a name, to be included.
 *
 * @param name the name, unique in its document
 * @param rules the rules, which may include other sets
 */
public record RuleSet(String name, List<PolicyEntry> rules) {

  /** Copies the list. */
  public RuleSet {
    rules = List.copyOf(rules);
  }
}
