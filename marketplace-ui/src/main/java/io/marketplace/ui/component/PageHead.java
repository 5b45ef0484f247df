package io.marketplace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** The head of a page: where the reader is, the answer line, and at the right what can be done. */
public final class PageHead extends Div {

  private static final long serialVersionUID = 1L;

  private final Paragraph crumb = new Paragraph();
  private final Div lead = new Div(crumb);
  private final Div actions = new Div();

  /** A head whose small line says {@code where} the reader is. */
  public PageHead(String where) {
    addClassName("head");
    crumb.addClassName("crumb");
    crumb.setText(where);
    actions.addClassName("acts");
    add(lead, actions);
  }

  /** Replaces the small line by links and words. */
  public PageHead crumbs(Component... parts) {
    crumb.removeAll();
    crumb.add(parts);
    return this;
  }

  /** Sets or replaces the answer line. */
  public PageHead answer(AnswerLine answer) {
    lead.removeAll();
    lead.add(crumb, answer);
    return this;
  }

  /** Appends what can be done; the main action comes last. */
  public PageHead actions(Component... buttons) {
    actions.add(buttons);
    return this;
  }
}
