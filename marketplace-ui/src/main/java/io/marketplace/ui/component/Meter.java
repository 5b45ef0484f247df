package io.marketplace.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** Spent, forecast and marks on one bar. The text beside it repeats the figures. */
public final class Meter extends Div {

  private static final long serialVersionUID = 1L;

  /**
   * Draws shares of the whole, 0 and up; what lies beyond the whole is cut at the end of the bar.
   *
   * @param spent the share that is spent
   * @param forecast the share expected at the end of the period, or less than {@code spent} to draw
   *     none
   * @param mark the share of the soft mark, or 0 for none
   * @param words the same in words, for those who do not see the bar
   */
  public Meter(double spent, double forecast, double mark, String words) {
    addClassName("mt");
    getElement().setAttribute("role", "img").setAttribute("aria-label", words);
    double end = Math.clamp(spent, 0, 1);
    Span solid = new Span();
    solid.setWidth(percent(end));
    add(solid);
    double ahead = Math.clamp(forecast, 0, 1) - end;
    if (ahead > 0.005) {
      Span hatched = new Span();
      hatched.addClassName("fc");
      hatched.setWidth(percent(ahead));
      add(hatched);
    }
    if (mark > 0) {
      Element line = new Element("i");
      line.getStyle().set("left", percent(Math.clamp(mark, 0, 1)));
      getElement().appendChild(line);
    }
  }

  private static String percent(double share) {
    return Math.round(share * 1_000) / 10.0 + "%";
  }
}
