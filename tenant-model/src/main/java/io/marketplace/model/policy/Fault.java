package io.marketplace.model.policy;

import io.marketplace.model.kernel.Input;
import io.marketplace.model.problem.MarketplaceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refusals of a policy document that name the fault's place by its JSON pointer (RFC 6901). */
final class Fault {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final int MAX_VALUES = 50;
  private static final int MAX_VALUE = 80;

  private Fault() {}

  static MarketplaceException at(String pointer, String complaint) {
    return Input.invalid(pointer, pointer + " " + complaint + ".");
  }

  static List<?> list(String pointer, @Nullable Object value, int max) {
    if (!(value instanceof List<?> list)) {
      throw at(pointer, "must be a list");
    }
    if (list.size() > max) {
      throw at(pointer, "must have at most " + max + " entries");
    }
    return list;
  }

  static Map<?, ?> object(String pointer, @Nullable Object value, Set<String> known) {
    if (!(value instanceof Map<?, ?> map)) {
      throw at(pointer, "must be an object");
    }
    for (Object key : map.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        throw at(pointer, "may hold nothing but " + String.join(", ", new TreeSet<>(known)));
      }
    }
    return map;
  }

  static String name(String pointer, @Nullable Object value) {
    if (value instanceof String text && NAME.matcher(text).matches()) {
      return text;
    }
    throw at(pointer, "must be a name of 1 to 60 lower-case letters, digits and hyphens");
  }

  static <T> T code(
      String pointer,
      @Nullable Object value,
      Function<String, Optional<T>> reader,
      String expected) {
    Optional<T> read = value instanceof String text ? reader.apply(text) : Optional.empty();
    return read.orElseThrow(() -> at(pointer, "must be " + expected));
  }

  static List<String> texts(String pointer, @Nullable Object value) {
    List<?> listed = list(pointer, value, MAX_VALUES);
    if (listed.isEmpty()) {
      throw at(pointer, "must name at least one");
    }
    Set<String> texts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i < listed.size(); i++) {
      if (!(listed.get(i) instanceof String text)) {
        throw at(pointer + "/" + i, "must be text");
      }
      texts.add(Input.line(pointer + "/" + i, text, MAX_VALUE));
    }
    return new ArrayList<>(texts);
  }
}
