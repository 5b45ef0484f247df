package io.marketplace.names.known;

import java.util.Locale;

/**
 * A name out of the catalogue.
 *
 * @param name a card's name, its slug, or the name under which a pool serves the model
 * @param bare the name's letters and digits, in small letters
 * @param alias the tier's alias
 */
public record CardName(String name, String bare, String alias) {

  /** The name of a model that stands behind {@code alias}. */
  public static CardName of(String name, String alias) {
    return new CardName(name, bare(name), alias);
  }

  static String bare(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT)
        .chars()
        .filter(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        .forEach(c -> bare.append((char) c));
    return bare.toString();
  }
}
