package io.marketplace.guard;

import io.marketplace.model.kernel.Input;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * Regular expressions of other people. They become deterministic automata, so that no text can make
 * them slow, and what would make the automaton itself large is refused before it is built.
 */
final class Expression {

  /** The most UTF-16 units one match is read for. */
  static final int SPAN = 256;

  private static final int MAX_PARTS = 5_000;
  private static final int MAX_NESTING = 50;
  private static final int EFFORT = 50_000;
  private static final int MAX_STATES = 10_000;
  private static final String CASELESS = "(?i)";

  private Expression() {}

  /** Reads an expression; {@code field} is named when it is refused. */
  static Shape shape(String field, String expression) {
    boolean caseless = expression.startsWith(CASELESS);
    String text = caseless ? expression.substring(CASELESS.length()) : expression;
    refuseForeign(field, text);
    try {
      RegExp parsed =
          new RegExp(
              unquoted(text),
              RegExp.NONE,
              caseless ? RegExp.CASE_INSENSITIVE | RegExp.CASE_INSENSITIVE_RANGE : 0);
      if (parts(parsed, 0) > MAX_PARTS) {
        throw tooLarge(field);
      }
      Automaton automaton = Operations.determinize(parsed.toAutomaton(), EFFORT);
      if (automaton.getNumStates() > MAX_STATES) {
        throw tooLarge(field);
      }
      if (Operations.isEmpty(automaton)) {
        throw Input.invalid(field, "The expression can match nothing.");
      }
      if (automaton.isAccept(0)) {
        throw Input.invalid(field, "The expression matches the empty text, so it finds no place.");
      }
      return new Shape(automaton, false, SPAN, none -> false, anything -> true);
    } catch (TooComplexToDeterminizeException e) {
      throw tooLarge(field);
    } catch (IllegalArgumentException e) {
      throw Input.invalid(field, "This is no regular expression: " + firstLine(e));
    }
  }

  /** A quotation mark stands for itself; the parser would take it for the beginning of a quote. */
  private static String unquoted(String text) {
    StringBuilder plain = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        plain.append(c).append(text.charAt(++i));
      } else {
        plain.append(c == '"' ? "\\\"" : String.valueOf(c));
      }
    }
    return plain.toString();
  }

  /** What other dialects know and this one would silently take for something else. */
  private static void refuseForeign(String field, String text) {
    int depth = 0;
    boolean inClass = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        if (i < text.length()
            && isLetterOrDigit(text.charAt(i))
            && "dDsSwW".indexOf(text.charAt(i)) < 0) {
          throw Input.invalid(
              field, "\\" + text.charAt(i) + " is not known here; \\d \\D \\s \\S \\w \\W are.");
        }
      } else if (inClass) {
        inClass = c != ']';
      } else if (c == '[') {
        inClass = true;
      } else if (c == '(') {
        depth++;
        if (i + 1 < text.length() && text.charAt(i + 1) == '?') {
          throw Input.invalid(
              field, "(?… is not known here, but for (?i) at the beginning: whatever the case.");
        }
        if (depth > MAX_NESTING) {
          throw Input.invalid(field, "The expression is nested too deeply.");
        }
      } else if (c == ')') {
        depth--;
      } else if ("*+?{".indexOf(c) >= 0 && (i == 0 || "(|".indexOf(text.charAt(i - 1)) >= 0)) {
        throw Input.invalid(field, c + " has nothing to repeat.");
      } else if (c == '^' || c == '$') {
        throw Input.invalid(
            field,
            c + " is not known here: an expression is found anywhere. \\" + c + " is the sign.");
      }
    }
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** How many copies of single characters the expression stands for. */
  private static long parts(RegExp node, int depth) {
    RegExp first = node.exp1;
    RegExp second = node.exp2;
    long inner =
        (first == null ? 0 : parts(first, depth + 1))
            + (second == null ? 0 : parts(second, depth + 1));
    long own =
        switch (node.kind) {
          case REGEXP_REPEAT_MIN -> Math.max(1, inner) * Math.max(1, node.min);
          case REGEXP_REPEAT_MINMAX ->
              Math.max(1, inner) * Math.max(1, Math.max(node.min, node.max));
          case REGEXP_STRING -> node.s == null ? 1 : node.s.length();
          default -> Math.max(1, inner);
        };
    return Math.min(own, Integer.MAX_VALUE);
  }

  private static RuntimeException tooLarge(String field) {
    return Input.invalid(
        field, "The expression grows too large. Use smaller counts, or several expressions.");
  }

  private static String firstLine(IllegalArgumentException e) {
    String message = e.getMessage();
    return message == null ? "it cannot be read." : message.lines().findFirst().orElse("");
  }
}
