package io.marketplace.names.known;

import java.util.Locale;

/**
 * A name out of the catalogue.
 *
 * @param name a card's name, its slug, or the name under which a pool serves the model
 * @param alias the tier's alias
 */
public record CardName(String name, String alias) {

  /** The name's letters and digits, in small letters. */
  String bare() {
    return bare(name);
  }

  static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
