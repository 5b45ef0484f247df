package io.marketplace.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/** A caption below or beside a value. */
@Tag("small")
public final class Small extends HtmlContainer {

  private static final long serialVersionUID = 1L;

  /** Shows {@code text} as it is. */
  public Small(String text) {
    setText(text);
  }
}
