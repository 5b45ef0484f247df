package io.marketplace.ui.component;

import com.vaadin.flow.component.html.Span;

/**
 * A tier's tile with its glyph. The hue is never the only sign: the tier's word stands beside the
 * tile.
 */
public final class TierMark extends Span {

  private static final long serialVersionUID = 1L;

  /** The tile of the tier with this code, such as {@code reasoning}. */
  public TierMark(String tierCode) {
    super(new Glyph(tierCode));
    addClassNames("tm", "t-" + tierCode);
  }

  /** The tile followed by {@code word} on one line. */
  public static Span beside(String tierCode, String word) {
    Span line = new Span(new TierMark(tierCode), new Span(word));
    line.addClassName("tw");
    return line;
  }

  /** The tile followed by the alias in code type, with the tier's name below it. */
  public static Span alias(String tierCode, String alias, String tierName) {
    Span name = new Span(new Code(alias), new Small(tierName));
    name.addClassName("two");
    Span line = new Span(new TierMark(tierCode), name);
    line.addClassName("tw");
    return line;
  }
}
