package io.marketplace.model.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes policy documents as trees of maps, lists and texts, the shape that every JSON
 * library makes. The same shape is stored, served, sent in and read by the gateways:
 *
 * <pre>
 * {"name": "eu-only", "effect": "allow", "sensitivities": ["internal"],
 *  "when": [{"attribute": "jurisdiction", "test": "any-of", "values": ["EU"]}]}
 * {"include": "name of a set"}
 * </pre>
 *
 * A rule may say {@code sensitivity} for one sensitivity and {@code jurisdictions} for the
 * condition above, and leave {@code name} and {@code effect} ({@code allow}) out: that is the form
 * of older documents, and simple rules are written so that their readers go on working.
 */
public final class PolicyTree {

  private static final Set<String> RULE =
      Set.of("name", "effect", "sensitivity", "sensitivities", "jurisdictions", "when");
  private static final Set<String> CONDITION = Set.of("attribute", "test", "values");

  private PolicyTree() {}

  /**
   * Reads a document.
   *
   * @param rules a list of rules and includes
   * @param sets a list of sets, {@code {"name": …, "rules": […]}}; null: none
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} whose
   *     field is the JSON pointer of the fault
   */
  public static PolicyDocument read(@Nullable Object rules, @Nullable Object sets) {
    List<?> listed = Fault.list("/rules", rules, PolicyCheck.MAX_RULES);
    List<?> named = sets == null ? List.of() : Fault.list("/sets", sets, PolicyCheck.MAX_SETS);
    Set<String> taken = new HashSet<>();
    names(listed, taken);
    named.forEach(
        set -> {
          if (set instanceof Map<?, ?> map && map.get("rules") instanceof List<?> inner) {
            names(inner, taken);
          }
        });
    List<RuleSet> readSets = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      String at = "/sets/" + i;
      Map<?, ?> set = Fault.object(at, named.get(i), Set.of("name", "rules"));
      String name = Fault.name(at + "/name", set.get("name"));
      readSets.add(new RuleSet(name, entries(at + "/rules", set.get("rules"), taken)));
    }
    return new PolicyDocument(entries("/rules", listed, taken), readSets);
  }

  private static void names(List<?> entries, Set<String> taken) {
    for (Object entry : entries) {
      if (entry instanceof Map<?, ?> map && map.get("name") instanceof String name) {
        taken.add(name);
      }
    }
  }

  private static List<PolicyEntry> entries(
      String pointer, @Nullable Object value, Set<String> taken) {
    List<?> listed = Fault.list(pointer, value, PolicyCheck.MAX_RULES);
    List<PolicyEntry> entries = new ArrayList<>();
    for (int i = 0; i < listed.size(); i++) {
      String at = pointer + "/" + i;
      boolean include = listed.get(i) instanceof Map<?, ?> map && map.containsKey("include");
      Map<?, ?> entry = Fault.object(at, listed.get(i), include ? Set.of("include") : RULE);
      entries.add(
          include
              ? new RuleInclude(Fault.name(at + "/include", entry.get("include")))
              : rule(at, entry, taken));
    }
    return entries;
  }

  private static PolicyRule rule(String at, Map<?, ?> rule, Set<String> taken) {
    RuleEffect effect =
        rule.get("effect") == null
            ? RuleEffect.ALLOW
            : Fault.code(at + "/effect", rule.get("effect"), RuleEffect::of, "allow or deny");
    Set<Sensitivity> sensitivities = sensitivities(at, rule);
    List<PolicyCondition> conditions = new ArrayList<>();
    if (rule.get("jurisdictions") != null) {
      conditions.add(
          PolicyCondition.jurisdictions(
              Fault.texts(at + "/jurisdictions", rule.get("jurisdictions"))));
    }
    Object when = rule.get("when");
    List<?> listed =
        when == null ? List.of() : Fault.list(at + "/when", when, PolicyCheck.MAX_CONDITIONS);
    for (int i = 0; i < listed.size(); i++) {
      conditions.add(condition(at + "/when/" + i, listed.get(i)));
    }
    String name =
        rule.get("name") == null
            ? freeName(effect.code() + "-" + first(sensitivities).code(), taken)
            : Fault.name(at + "/name", rule.get("name"));
    return new PolicyRule(name, effect, sensitivities, conditions);
  }

  private static Sensitivity first(Set<Sensitivity> sensitivities) {
    return sensitivities.iterator().next();
  }

  private static String freeName(String base, Set<String> taken) {
    String name = base;
    for (int i = 2; !taken.add(name); i++) {
      name = base + "-" + i;
    }
    return name;
  }

  private static Set<Sensitivity> sensitivities(String at, Map<?, ?> rule) {
    Object one = rule.get("sensitivity");
    Object several = rule.get("sensitivities");
    if (one != null && several != null) {
      throw Fault.at(at + "/sensitivity", "must be left out where sensitivities are named");
    }
    Set<Sensitivity> sensitivities = EnumSet.noneOf(Sensitivity.class);
    if (one != null) {
      sensitivities.add(sensitivity(at + "/sensitivity", one));
      return sensitivities;
    }
    String pointer = at + "/sensitivities";
    List<?> listed = Fault.list(pointer, several, Sensitivity.values().length);
    for (int i = 0; i < listed.size(); i++) {
      sensitivities.add(sensitivity(pointer + "/" + i, listed.get(i)));
    }
    if (sensitivities.isEmpty()) {
      throw Fault.at(pointer, "must name at least one sensitivity");
    }
    return sensitivities;
  }

  private static Sensitivity sensitivity(String at, Object value) {
    return Fault.code(at, value, Sensitivity::of, "public, internal, confidential or restricted");
  }

  private static PolicyCondition condition(String at, @Nullable Object value) {
    Map<?, ?> condition = Fault.object(at, value, CONDITION);
    return new PolicyCondition(
        Fault.code(
            at + "/attribute",
            condition.get("attribute"),
            ProviderAttribute::of,
            "jurisdiction, place, contract, certification or provider"),
        Fault.code(
            at + "/test",
            condition.get("test"),
            ConditionTest::of,
            "any-of, all-of, none-of or only"),
        Fault.texts(at + "/values", condition.get("values")));
  }

  /** The document's {@code rules} as {@link #read} takes them. */
  public static List<Map<String, Object>> rules(PolicyDocument document) {
    return document.rules().stream().map(PolicyTree::entry).toList();
  }

  /** The document's {@code sets} as {@link #read} takes them. */
  public static List<Map<String, Object>> sets(PolicyDocument document) {
    return document.sets().stream()
        .map(
            set -> {
              Map<String, Object> tree = new LinkedHashMap<>();
              tree.put("name", set.name());
              tree.put("rules", set.rules().stream().map(PolicyTree::entry).toList());
              return tree;
            })
        .toList();
  }

  private static Map<String, Object> entry(PolicyEntry entry) {
    Map<String, Object> tree = new LinkedHashMap<>();
    switch (entry) {
      case RuleInclude include -> tree.put("include", include.set());
      case PolicyRule rule -> {
        tree.put("name", rule.name());
        tree.put("effect", rule.effect().code());
        if (isSimple(rule)) {
          tree.put("sensitivity", first(rule.sensitivities()).code());
          tree.put("jurisdictions", rule.conditions().getFirst().values());
        } else {
          tree.put("sensitivities", rule.sensitivities().stream().map(Sensitivity::code).toList());
          tree.put("when", rule.conditions().stream().map(PolicyTree::tree).toList());
        }
      }
    }
    return tree;
  }

  /** Whether older documents could say it: one sensitivity, some jurisdictions. */
  static boolean isSimple(PolicyRule rule) {
    return rule.sensitivities().size() == 1
        && rule.conditions().size() == 1
        && rule.conditions().getFirst().attribute() == ProviderAttribute.JURISDICTION
        && rule.conditions().getFirst().test() == ConditionTest.ANY_OF;
  }

  private static Map<String, Object> tree(PolicyCondition condition) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("attribute", condition.attribute().code());
    tree.put("test", condition.test().code());
    tree.put("values", List.copyOf(new TreeSet<>(condition.values())));
    return tree;
  }
}
