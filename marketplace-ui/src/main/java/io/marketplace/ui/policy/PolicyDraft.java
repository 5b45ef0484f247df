package io.marketplace.ui.policy;

import io.marketplace.model.kernel.Input;
import io.marketplace.model.policy.PolicyDocument;
import io.marketplace.model.policy.PolicyEntry;
import io.marketplace.model.policy.RuleInclude;
import io.marketplace.model.policy.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A policy that is being written; nothing of it is in force. */
final class PolicyDraft {

  /** Where the rules stand that hold by themselves. */
  static final String MAIN = "";

  private final PolicyDocument start;
  private PolicyDocument document;

  PolicyDraft(PolicyDocument start) {
    this.start = start;
    this.document = start;
  }

  PolicyDocument document() {
    return document;
  }

  boolean changed() {
    return !document.equals(start);
  }

  /** The rules of a set, or those of {@link #MAIN}. */
  List<PolicyEntry> entries(String set) {
    return set.equals(MAIN)
        ? document.rules()
        : document.sets().stream()
            .filter(one -> one.name().equals(set))
            .findFirst()
            .map(RuleSet::rules)
            .orElse(List.of());
  }

  void add(String set, PolicyEntry entry) {
    change(set, entries -> entries.add(entry));
  }

  void replace(String set, int index, PolicyEntry entry) {
    change(set, entries -> entries.set(index, entry));
  }

  void remove(String set, int index) {
    change(
        set,
        entries -> {
          PolicyEntry unused = entries.remove(index);
        });
  }

  /**
   * Adds an empty set.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} if one
   *     bears the name already
   */
  void addSet(String name) {
    String checked = Input.line("name", name, 60);
    if (document.sets().stream().anyMatch(set -> set.name().equals(checked))) {
      throw Input.invalid("name", "name is that of another set already.");
    }
    List<RuleSet> sets = new ArrayList<>(document.sets());
    sets.add(new RuleSet(checked, List.of()));
    document = new PolicyDocument(document.rules(), sets);
  }

  /** Takes a set out, and every mention of it. */
  void removeSet(String name) {
    RuleInclude mention = new RuleInclude(name);
    document =
        new PolicyDocument(
            without(document.rules(), mention),
            document.sets().stream()
                .filter(set -> !set.name().equals(name))
                .map(set -> new RuleSet(set.name(), without(set.rules(), mention)))
                .toList());
  }

  private static List<PolicyEntry> without(List<PolicyEntry> entries, PolicyEntry gone) {
    return entries.stream().filter(entry -> !entry.equals(gone)).toList();
  }

  private void change(String set, Consumer<List<PolicyEntry>> change) {
    List<PolicyEntry> entries = new ArrayList<>(entries(set));
    change.accept(entries);
    document =
        set.equals(MAIN)
            ? new PolicyDocument(entries, document.sets())
            : new PolicyDocument(
                document.rules(),
                document.sets().stream()
                    .map(one -> one.name().equals(set) ? new RuleSet(set, entries) : one)
                    .toList());
  }
}
