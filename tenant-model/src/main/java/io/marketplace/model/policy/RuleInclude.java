package io.marketplace.model.policy;

/**
 * The rules of a set of the same document, taken over where this stands.
 *
 * @param set the set's name; {@value #PLATFORM} in a tenant's policy: the platform's rules in force
 */
public record RuleInclude(String set) implements PolicyEntry {

  /** The name that stands for the platform's rules; no set may bear it. */
  public static final String PLATFORM = "platform";
}
