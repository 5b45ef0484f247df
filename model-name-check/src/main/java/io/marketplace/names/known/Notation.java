package io.marketplace.names.known;

/**
 * The notation of spellings: regular expressions, whatever the case, in which {@code ~} is an
 * optional separator, {@code %} a separator and {@code <b>} a count of parameters such as {@code
 * 8x7b}.
 */
public final class Notation {

  private static final String SIZE = "(?:[0-9]{1,3}(?:[._][0-9]{1,2})?(?:x[0-9]{1,3})?b)";

  private Notation() {}

  /** The regular expression that a spelling stands for. */
  public static String expression(String spelling) {
    return spelling.replace("<b>", SIZE).replace("~", "[-_. ]?").replace("%", "[-_.]");
  }
}
