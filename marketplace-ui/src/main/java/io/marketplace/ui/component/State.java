package io.marketplace.ui.component;

import com.vaadin.flow.component.html.Span;

/** A state as symbol and word, never a lone dot. Good states are quiet: ink with a tick. */
public final class State extends Span {

  private static final long serialVersionUID = 1L;

  private State(String glyph, String kind, String word) {
    super(new Glyph(glyph), new Span(word));
    addClassNames("st", kind);
  }

  /** All is well. */
  public static State good(String word) {
    return new State("ok", "ok", word);
  }

  /** Something is under way. */
  public static State waiting(String word) {
    return new State("wait", "a", word);
  }

  /** The reader should look. */
  public static State warning(String word) {
    return new State("warn", "w", word);
  }

  /** Something failed, or is refused or stopped. */
  public static State trouble(String word) {
    return new State("error", "e", word);
  }

  /** Neither good nor bad: there is nothing. */
  public static State nothing(String word) {
    return new State("none", "a", word);
  }
}
