package io.marketplace.guard;

import io.marketplace.model.guard.Detector;
import io.marketplace.model.guard.GuardRule;
import io.marketplace.model.kernel.Input;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;

/** A rule made ready to read texts. Immutable and thread-safe. */
public final class ReadyRule {

  private static final int MAX_TERM_CHARS = 20_000;

  private final GuardRule rule;
  private final List<Shape> shapes;

  private ReadyRule(GuardRule rule, List<Shape> shapes) {
    this.rule = rule;
    this.shapes = shapes;
  }

  /**
   * Makes a rule ready.
   *
   * @param field the rule's place, for refusals
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error}
   */
  public static ReadyRule of(String field, GuardRule rule) {
    return new ReadyRule(rule, shapes(field, rule));
  }

  private static List<Shape> shapes(String field, GuardRule rule) {
    return switch (rule.detector()) {
      case IBAN -> List.of(Shapes.IBAN);
      case CARD -> List.of(Shapes.CARD);
      case EMAIL -> List.of(Shapes.EMAIL);
      case PHONE -> List.of(Shapes.PHONE);
      case SECRET -> Shapes.SECRETS;
      case NATIONAL_ID -> nationalIds(field, rule);
      case TERMS -> List.of(terms(field, rule.values()));
      case PATTERN ->
          rule.values().stream().map(value -> Expression.shape(field + ".values", value)).toList();
      case SIZE -> List.of();
    };
  }

  private static List<Shape> nationalIds(String field, GuardRule rule) {
    List<String> countries =
        rule.values().stream().map(value -> value.toUpperCase(Locale.ROOT)).toList();
    for (String country : countries) {
      if (!NationalIds.countries().contains(country)) {
        throw Input.invalid(
            field + ".values",
            "The numbers of these countries are known: "
                + String.join(", ", NationalIds.countries())
                + ".");
      }
    }
    return NationalIds.of(countries);
  }

  private static Shape terms(String field, List<String> values) {
    TreeSet<BytesRef> terms = new TreeSet<>();
    int longest = 0;
    int all = 0;
    for (String value : values) {
      StringBuilder plain = new StringBuilder();
      value
          .codePoints()
          .filter(c -> !Folding.invisible(c))
          .map(c -> Folding.caseless(Folding.fold(c)))
          .forEach(plain::appendCodePoint);
      if (plain.isEmpty()) {
        throw Input.invalid(field + ".values", "A term must have a visible character.");
      }
      longest = Math.max(longest, plain.length());
      all += plain.length();
      terms.add(new BytesRef(plain.toString().getBytes(StandardCharsets.UTF_8)));
    }
    if (all > MAX_TERM_CHARS) {
      throw Input.invalid(
          field + ".values", "The terms of a rule must have at most 20,000 characters together.");
    }
    // room for characters that cannot be seen between those of the term
    return new Shape(
        Automata.makeStringUnion(terms), true, 2 * longest + 16, Folding::word, anything -> true);
  }

  /** The rule. */
  public GuardRule rule() {
    return rule;
  }

  boolean bySize() {
    return rule.detector() == Detector.SIZE;
  }

  boolean mayBegin(int folded) {
    for (Shape shape : shapes) {
      if (shape.mayBegin(folded)) {
        return true;
      }
    }
    return false;
  }

  /** As {@link Shape#match}, of all its forms. */
  int match(CharSequence text, int at, int before, int folded, boolean last) {
    int end = Shape.NONE;
    for (Shape shape : shapes) {
      if (shape.mayBegin(folded)) {
        int one = shape.match(text, at, before, last);
        if (one == Shape.OPEN) {
          return Shape.OPEN;
        }
        end = Math.max(end, one);
      }
    }
    return end;
  }
}
