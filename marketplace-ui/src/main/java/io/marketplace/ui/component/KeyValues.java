package io.marketplace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;

/** Names and values in two columns. */
public final class KeyValues extends DescriptionList {

  private static final long serialVersionUID = 1L;

  /** An empty list. */
  public KeyValues() {
    addClassName("kv");
  }

  /** Appends a row. */
  public KeyValues row(String name, String value) {
    return row(name, new Text(value));
  }

  /** Appends a row whose value is more than text. */
  public KeyValues row(String name, Component... value) {
    add(new Term(name), new Description(value));
    return this;
  }
}
