package io.marketplace.launcher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after a command: flags, flags with a value, and plain words. */
record Options(Map<String, String> flags, List<String> words) {
  private static final Set<String> WITH_VALUE = Set.of("--gateways", "--only");

  static Options parse(List<String> arguments) {
    Map<String, String> flags = new HashMap<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int equals = argument.indexOf('=');
      if (WITH_VALUE.contains(argument) && i + 1 < arguments.size()) {
        flags.put(argument, arguments.get(++i));
      } else if (argument.startsWith("--") && equals > 0) {
        flags.put(argument.substring(0, equals), argument.substring(equals + 1));
      } else if (argument.startsWith("-")) {
        flags.put(argument, "");
      } else {
        words.add(argument);
      }
    }
    return new Options(Map.copyOf(flags), List.copyOf(words));
  }

  boolean has(String flag) {
    return flags.containsKey(flag);
  }

  Optional<String> value(String flag) {
    return Optional.ofNullable(flags.get(flag)).filter(text -> !text.isBlank());
  }

  /** These, with a value for {@code flag} where they have none. */
  Options or(String flag, String value) {
    Map<String, String> more = new HashMap<>(flags);
    more.putIfAbsent(flag, value);
    return new Options(Map.copyOf(more), words);
  }

  /** The first flag that the command does not know. */
  Optional<String> unknown(Set<String> known) {
    return flags.keySet().stream().filter(flag -> !known.contains(flag)).sorted().findFirst();
  }
}
