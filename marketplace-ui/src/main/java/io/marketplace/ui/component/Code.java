package io.marketplace.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;

/**
 * Text in code type: an alias, a key's hint, an identifier. Always set as text, never as markup.
 */
@Tag("code")
public final class Code extends HtmlContainer {

  private static final long serialVersionUID = 1L;

  /** Shows {@code text} as it is. */
  public Code(String text) {
    setText(text);
  }
}
