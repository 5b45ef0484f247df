package io.marketplace.names.scan;

import io.marketplace.names.known.Certainty;
import java.util.regex.Pattern;

/** How a word stands in its text: quoted, assigned to, in a table, in a sentence. */
final class Standing {

  /** What folders are called, and what tells a package's or a branch's path. */
  private static final Pattern FOLDER =
      Pattern.compile(
          "(?i)@.*|(?:im(?:g|ages?)|src|docs?|assets?|css|js|static|public|apps?|libs?|tests?|build|dist|pkg"
              + "|packages?|data|components?|pages?|icons?|fonts?|api|v[0-9]+|feature|fix|release|tags?|topics?|bin|etc|opt)");

  private static final Pattern ITEM_BEFORE = Pattern.compile("(?:, |\\band |\\bor |\\bvs )$");
  private static final Pattern ITEM_BEHIND = Pattern.compile(",? [a-z]|[.;,](?:\\s|$)");
  private static final Pattern HYPHENATED = Pattern.compile("[a-z]+[- ][a-z0-9.-]+");

  /** The key of a ticket: PHI-3. */
  private static final Pattern TICKET = Pattern.compile("[A-Z]{2,}-[0-9]+");

  private Standing() {}

  /** Whether a word ends here and nothing is called, assigned or joined to it. */
  static boolean ended(Bytes text, int end) {
    if (end >= text.length()) {
      return true;
    }
    char next = text.charAt(end);
    char second = end + 1 < text.length() ? text.charAt(end + 1) : '\n';
    boolean more = (next == '.' || next == ' ') && Character.isLetterOrDigit(second);
    return !Character.isLetterOrDigit(next)
        && "(/-_[".indexOf(next) < 0
        && !more
        && !assigned(text, end);
  }

  /** Behind an identifier that something is assigned to, or behind a property's key. */
  static boolean assigned(Bytes text, int end) {
    char next = end < text.length() ? text.charAt(end) : '\n';
    char second = end + 1 < text.length() ? text.charAt(end + 1) : '\n';
    return next == '='
        || (next == ' ' && (second == '=' || second == ':'))
        || (next == ':' && second <= ' ');
  }

  /** Whether nothing but letters stands there. */
  static boolean letters(Bytes text, int start, int end) {
    int at = start;
    while (at < end && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at == end;
  }

  /** Whether this is the whole of a quoted text or of an element. */
  static boolean quoted(Bytes text, int start, int end) {
    if (start == 0 || end >= text.length()) {
      return false;
    }
    char before = text.charAt(start - 1);
    char behind = text.charAt(end);
    if (behind == '\\' && end + 1 < text.length()) {
      behind = text.charAt(end + 1);
    }
    boolean quotes = before == '"' || before == '\'' || before == '`';
    return (quotes && before == behind) || (before == '>' && behind == '<');
  }

  /** A quoted text of two parts, whose first is no folder's usual name: acme/heron-2. */
  static boolean owned(Bytes text, int start, int end) {
    if (start == 0 || text.charAt(start - 1) != '/' || letters(text, start, end)) {
      return false;
    }
    int owner = NameExtent.ownerBefore(text, start - 1);
    return owner < start - 1
        && quoted(text, owner, end)
        && !FOLDER.matcher(text).region(owner, start - 1).matches();
  }

  /** The first column of a table's row. */
  static boolean cell(Bytes text, int start, int end) {
    int line = text.lineStart(start, Surroundings.LINE);
    int first = line < start && text.charAt(line) == '|' ? line + 1 : line;
    boolean table = first > line;
    int before = start;
    while (before > first && text.charAt(before - 1) == ' ') {
      before--;
    }
    int behind = end;
    while (table && behind < text.length() && text.charAt(behind) == ' ') {
      behind++;
    }
    return before == first
        && behind < text.length()
        && text.charAt(behind) == (table ? '|' : ',')
        && (table || (behind + 1 < text.length() && text.charAt(behind + 1) > ' '));
  }

  private static boolean capitals(Bytes text, int start, int end) {
    return text.subSequence(start, end).chars().allMatch(Character::isUpperCase);
  }

  /**
   * In a sentence: a word of its own; the less certain ones bear a capital letter there or go on
   * the list that sure ones began. A word without a version is a maker's brand there: Qwen and its
   * like.
   *
   * @param near whether a sure name stands close before it
   */
  static boolean prose(Certainty certainty, Bytes text, int start, int end, boolean near) {
    boolean own =
        (start == 0 || " (\n\t".indexOf(text.charAt(start - 1)) >= 0)
            && (end >= text.length() || " ,.;:!?)\n\r".indexOf(text.charAt(end)) >= 0);
    int next = end;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    boolean computed = next < text.length() && "=+*/<>([{|&".indexOf(text.charAt(next)) >= 0;
    return own
        && !computed
        && !TICKET.matcher(text).region(start, end).matches()
        && (letters(text, start, end)
            ? capitals(text, start, end)
            : certainty == Certainty.QUOTED
                || Character.isUpperCase(text.charAt(start))
                || (near && enumerated(text, start, end)));
  }

  /** Between commas and the like, and not what a program calls something. */
  private static boolean enumerated(Bytes text, int start, int end) {
    String before = text.text(text.lineStart(start, Surroundings.LINE), start);
    return before.indexOf('[') < 0
        && ITEM_BEFORE.matcher(text).region(Math.max(0, start - 6), start).find()
        && ITEM_BEHIND.matcher(text).region(end, Math.min(text.length(), end + 6)).lookingAt()
        && HYPHENATED.matcher(text).region(start, end).matches();
  }
}
