package io.marketplace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** A section of a page: an ink rule and a title, no box. */
public final class LedgerSection extends Section {

  private static final long serialVersionUID = 1L;

  private final Header header;

  /** A section titled {@code title}. */
  public LedgerSection(String title) {
    this(new H2(title));
  }

  /** A section whose title is more than text. */
  public LedgerSection(H2 title) {
    addClassName("sec");
    header = new Header(title);
    add(header);
  }

  /** Puts a caption at the right of the title, such as the period and unit of what follows. */
  public LedgerSection aside(String note) {
    Span words = new Span(note);
    words.addClassName("note");
    return aside(words);
  }

  /** Puts a link, state or control at the right of the title. */
  public LedgerSection aside(Component part) {
    header.add(part);
    return this;
  }

  /** Lets the section span {@code columns} of the page's twelve. */
  public LedgerSection columns(int columns) {
    addClassName("c" + columns);
    return this;
  }

  /** Appends content. */
  public LedgerSection with(Component... content) {
    add(content);
    return this;
  }
}
