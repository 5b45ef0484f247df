package io.marketplace.guard;

/**
 * Sees through the cheap disguises of a character, one code point for one, so that places in the
 * text stay what they were: full-width forms, other scripts' digits, typographic spaces and
 * hyphens. What cannot be seen at all is passed over.
 */
final class Folding {

  private static final int FULL_WIDTH_FIRST = 0xFF01;
  private static final int FULL_WIDTH_LAST = 0xFF5E;
  private static final int FULL_WIDTH_SHIFT = 0xFEE0;

  private Folding() {}

  /** The plain character that {@code c} looks like. */
  static int fold(int c) {
    if (c < 0x80) {
      return c;
    }
    if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
      return c - FULL_WIDTH_SHIFT;
    }
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(c, 10);
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.DASH_PUNCTUATION -> '-';
      default -> c == 0x2212 ? '-' : c;
    };
  }

  /** The same, whatever its case. */
  static int caseless(int folded) {
    return Character.toLowerCase(Character.toUpperCase(folded));
  }

  /** Whether a reader sees nothing there: zero-width spaces and joiners, soft hyphens, marks. */
  static boolean invisible(int c) {
    return c >= 0x80 && (Character.getType(c) == Character.FORMAT);
  }

  /**
   * Whether {@code c} is part of a word in a script that sets words apart; in the others a term has
   * no edges to ask for.
   */
  static boolean word(int c) {
    if (c < 0x80) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    if (!Character.isLetterOrDigit(c)) {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> false;
      default -> true;
    };
  }

  /** Whether {@code c} may stand beside a character of a token and be part of it. */
  static boolean token(int c) {
    return c == '_' || word(c);
  }

  static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }
}
