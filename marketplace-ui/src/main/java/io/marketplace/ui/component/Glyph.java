package io.marketplace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * A small picture from the portal's fixed set; decoration only, so a word always stands beside it.
 */
@Tag("mk-glyph")
@JsModule("./mk-glyph.ts")
public final class Glyph extends Component {

  private static final long serialVersionUID = 1L;

  /** Draws {@code name}, one of the names in {@code mk-glyph.ts}; an unknown one draws a dash. */
  public Glyph(String name) {
    getElement().setAttribute("name", name);
  }
}
