package io.marketplace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/**
 * What passes from A to B: stops on a line, solid where it happened, dotted where it lies ahead.
 */
@Tag("ol")
public final class Rail extends HtmlContainer {

  private static final long serialVersionUID = 1L;

  /** How a stop is drawn. */
  public enum Stop {
    /** It happened. */
    DONE("ok", ""),
    /** It happened with something to look at. */
    WARNED("warn", "w"),
    /** It failed or was refused. */
    FAILED("error", "x"),
    /** It was passed over. */
    SKIPPED("none", ""),
    /** It is where things stand now. */
    NOW("", "on"),
    /** It lies ahead. */
    AHEAD("", "ahead");

    private final String glyph;
    private final String style;

    Stop(String glyph, String style) {
      this.glyph = glyph;
      this.style = style;
    }
  }

  private int stops;

  private Rail(boolean horizontal) {
    addClassName("rail");
    if (horizontal) {
      addClassName("h");
    }
  }

  /** A rail from top to bottom. */
  public static Rail vertical() {
    return new Rail(false);
  }

  /** A rail from left to right; from top to bottom on narrow screens. */
  public static Rail horizontal() {
    return new Rail(true);
  }

  /** Appends a stop with a title and a line below it, which may be empty. */
  public Rail stop(Stop stop, String title, String below) {
    return stop(stop, new Bold(title), below);
  }

  /** Appends a stop whose title is a component, such as a link. */
  public Rail stop(Stop stop, Component title, String below) {
    stops++;
    Span mark = new Span();
    mark.addClassName("stop");
    mark.getElement().setAttribute("aria-hidden", "true");
    if (!stop.style.isEmpty()) {
      mark.addClassName(stop.style);
    }
    if (stop.glyph.isEmpty()) {
      mark.setText(Integer.toString(stops));
    } else {
      mark.add(new Glyph(stop.glyph));
    }
    ListItem item = new ListItem(mark, title);
    if (stop == Stop.NOW || stop == Stop.AHEAD) {
      item.addClassName("ahead");
    }
    if (stop == Stop.NOW) {
      item.getElement().setAttribute("aria-current", "step");
    }
    if (!below.isEmpty()) {
      Paragraph note = new Paragraph(below);
      note.addClassName("note");
      item.add(note);
    }
    add(item);
    return this;
  }
}
