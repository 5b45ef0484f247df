package io.marketplace.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/** A figure or name that carries the sentence. */
@Tag("b")
public final class Bold extends HtmlContainer {

  private static final long serialVersionUID = 1L;

  /** Shows {@code text} as it is. */
  public Bold(String text) {
    setText(text);
  }
}
