package io.marketplace.names.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How far a name reaches to the left and right of what was recognized. */
final class NameExtent {
  private static final int MOST_PROVIDERS = 4;
  private static final String TUNED = "ft:";

  private final Set<String> providers;

  NameExtent(List<String> providers) {
    this.providers = new HashSet<>(providers);
  }

  /** Where the name begins, its providers included. */
  int withProviders(Bytes text, int anchor, int least) {
    int start = anchor;
    for (int i = 0; i < MOST_PROVIDERS && start - 1 > least; i++) {
      char join = text.charAt(start - 1);
      if (join != '/' && join != '.' && join != ':') {
        break;
      }
      int word = wordBefore(text, start - 1, least);
      if (word == start - 1 || !providers.contains(small(text, word, start - 1))) {
        break;
      }
      start = word;
    }
    return start;
  }

  /** Where the name begins: earlier words of a hyphenated text belong to it, and its providers. */
  int beginning(Bytes text, int anchor, int least) {
    int word = anchor;
    while (word > least && (inWord(text.charAt(word - 1)) || text.charAt(word - 1) == '.')) {
      word--;
    }
    boolean bounded = word > 0 && "\"'`/>".indexOf(text.charAt(word - 1)) >= 0;
    boolean hyphenated =
        word < anchor && text.charAt(anchor - 1) == '-' && text.charAt(word) != '-';
    int whole = bounded && hyphenated ? word : anchor;
    int start = owner(text, withProviders(text, whole, least), least);
    return start == anchor ? constant(text, anchor, least) : start;
  }

  /** Where the word begins that ends before {@code end}. */
  static int ownerBefore(Bytes text, int end) {
    return wordBefore(text, end, 0);
  }

  /** In a quoted text the one folder before a name is whose the model is. */
  private static int owner(Bytes text, int start, int least) {
    if (start - 1 <= least || text.charAt(start - 1) != '/') {
      return start;
    }
    int word = wordBefore(text, start - 1, least);
    boolean quoted = word > 0 && word < start - 1 && "\"'`".indexOf(text.charAt(word - 1)) >= 0;
    return quoted ? word : start;
  }

  /** A constant's earlier words, such as those of AMAZON_NOVA_PRO. */
  private int constant(Bytes text, int anchor, int least) {
    if (anchor - 1 <= least || text.charAt(anchor - 1) != '_') {
      return anchor;
    }
    int word = anchor - 1;
    while (word > least && letter(text.charAt(word - 1))) {
      word--;
    }
    String lead = small(text, word, anchor - 1);
    return providers.contains(lead) || lead.equals("open") || lead.equals("all") ? word : anchor;
  }

  /** Where the name ends: what hangs on it with a hyphen belongs to it. */
  static int ending(Bytes text, int end) {
    int at = end;
    while (at + 1 < text.length() && text.charAt(at) == '-' && letterOrDigit(text.charAt(at + 1))) {
      at++;
      while (at < text.length() && (letterOrDigit(text.charAt(at)) || joins(text, at))) {
        at++;
      }
    }
    return at;
  }

  /** Where a tuned model's name ends, whose owner, label and number follow: ft:…:acme::8kXy. */
  static int tuned(Bytes text, int start, int end) {
    int at = end;
    if (text.length() > start + 3 && small(text, start, start + 3).equals(TUNED)) {
      while (at < text.length() && (inWord(text.charAt(at)) || text.charAt(at) == ':')) {
        at++;
      }
    }
    return at;
  }

  private static boolean joins(Bytes text, int at) {
    char c = text.charAt(at);
    return (c == '_' || c == '.')
        && at + 1 < text.length()
        && (c == '_' ? letterOrDigit(text.charAt(at + 1)) : digit(text.charAt(at + 1)));
  }

  private static int wordBefore(Bytes text, int end, int least) {
    int word = end;
    while (word > least && inWord(text.charAt(word - 1))) {
      word--;
    }
    return word;
  }

  private static String small(Bytes text, int from, int to) {
    return text.subSequence(from, to).toString().toLowerCase(Locale.ROOT);
  }

  private static boolean inWord(char c) {
    return letterOrDigit(c) || c == '-' || c == '_' || c == '@';
  }

  private static boolean letterOrDigit(char c) {
    return letter(c) || digit(c);
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
