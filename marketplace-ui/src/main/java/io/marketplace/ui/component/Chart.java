package io.marketplace.ui.component;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/**
 * One ECharts chart. Options are JSON as ECharts documents them; a colour is written {@code
 * token:ink} and follows the theme.
 */
@Tag("mk-chart")
@NpmPackage(value = "echarts", version = "5.6.0")
@JsModule("./mk-chart.ts")
public final class Chart extends Component implements HasSize, HasStyle {

  private static final long serialVersionUID = 1L;

  /**
   * An empty chart.
   *
   * @param finding what the chart shows, in a sentence, for those who do not see it
   * @param unit what stands before a value in the tooltip, such as {@code $}; may be empty
   */
  public Chart(String finding, String unit) {
    addClassName("chart");
    getElement().setAttribute("aria-label", finding).setAttribute("data-unit", unit);
  }

  /** Says another finding, when the data changed. */
  public void setFinding(String finding) {
    getElement().setAttribute("aria-label", finding);
  }

  /** Draws {@code options}. */
  public void draw(ObjectNode options) {
    getElement().setPropertyJson("options", options);
  }

  /** Draws patterns over the colours, for those who cannot tell these apart. */
  public void setPatterns(boolean on) {
    getElement().setProperty("decals", on);
  }
}
