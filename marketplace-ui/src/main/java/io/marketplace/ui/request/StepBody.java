package io.marketplace.ui.request;

import com.vaadin.flow.component.html.Div;

/** The body of a wizard step. */
abstract class StepBody extends Div {

  private static final long serialVersionUID = 1L;

  /**
   * Takes what was typed over into the draft; false, with the complaint at its field, when it
   * cannot be taken.
   */
  abstract boolean keep();
}
