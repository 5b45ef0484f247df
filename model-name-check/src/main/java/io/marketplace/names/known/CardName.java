package io.marketplace.names.known;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name out of the catalogue.
 *
 * @param name a card's name, its slug, or the name under which a pool serves the model
 * @param bare the name's letters and digits, in small letters
 * @param alias the tier's alias
 */
public record CardName(String name, String bare, String alias) {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  /** The name of a model that stands behind {@code alias}. */
  public static CardName of(String name, String alias) {
    return new CardName(name, bare(name), alias);
  }

  /** Without accents, as identifiers are written: Sabiá is sabia there. */
  static String plain(String text) {
    return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
  }

  static String bare(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    plain(text)
        .toLowerCase(Locale.ROOT)
        .chars()
        .filter(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        .forEach(c -> bare.append((char) c));
    return bare.toString();
  }
}
