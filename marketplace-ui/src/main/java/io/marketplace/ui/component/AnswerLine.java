package io.marketplace.ui.component;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.H1;

/** The page's heading: one or two sentences that answer the page's question, figures in bold. */
public final class AnswerLine extends H1 {

  private static final long serialVersionUID = 1L;

  /** Appends plain words. */
  public AnswerLine say(String words) {
    add(new Text(words));
    return this;
  }

  /** Appends a figure or name in bold. */
  public AnswerLine figure(String figure) {
    add(new Bold(figure));
    return this;
  }
}
