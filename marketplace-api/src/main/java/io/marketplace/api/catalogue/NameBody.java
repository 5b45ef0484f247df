package io.marketplace.api.catalogue;

import io.marketplace.model.catalogue.KnownName;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name that application code should not hold.
 *
 * @param alias what to call instead
 * @param card the id of the model's card
 * @param pattern a regular expression of the name with any separators, whatever the case
 */
public record NameBody(String name, String alias, String card, String pattern) {

  static NameBody of(KnownName known) {
    return new NameBody(
        known.name(), known.tier().code(), known.card().value(), pattern(known.name()));
  }

  private static String pattern(String name) {
    String words =
        Arrays.stream(name.split("[-_. /:()]+", -1))
            .filter(word -> !word.isEmpty())
            .map(word -> word.matches("[A-Za-z0-9]+") ? word : Pattern.quote(word))
            .collect(Collectors.joining("[-_. ]?"));
    return "(?i)" + words;
  }
}
