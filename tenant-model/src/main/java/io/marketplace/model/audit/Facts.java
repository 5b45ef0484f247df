package io.marketplace.model.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The state of something as names and values in text, for the audit. Never a secret, never a hash
 * of one. Immutable; {@link #with} returns a copy.
 */
public final class Facts {

  /** Nothing: what stood before a creation. */
  public static final Facts NONE = new Facts(Map.of());

  private final Map<String, String> values;

  private Facts(Map<String, String> values) {
    this.values = values;
  }

  /** Facts of one name and value. */
  public static Facts of(String name, Object value) {
    return NONE.with(name, value);
  }

  /** Facts as they were stored. */
  public static Facts of(Map<String, String> values) {
    return new Facts(Collections.unmodifiableMap(new LinkedHashMap<>(values)));
  }

  /** These and one more; a null or empty {@code Optional} value is left out. */
  public Facts with(String name, @Nullable Object value) {
    Object fact = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (fact == null) {
      return this;
    }
    Map<String, String> copy = new LinkedHashMap<>(values);
    copy.put(name, fact.toString());
    return new Facts(Collections.unmodifiableMap(copy));
  }

  /** Names and values in the order they were given. */
  public Map<String, String> values() {
    return values;
  }

  /** Names and values in one line, as in {@code version: 2; rules: a, b}. */
  public String words() {
    return values.entrySet().stream()
        .map(fact -> fact.getKey() + ": " + fact.getValue())
        .collect(Collectors.joining("; "));
  }

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Facts facts && values.equals(facts.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
