package io.marketplace.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/**
 * Says at the bottom what came of an action. Good news goes after five seconds; trouble stays until
 * it is closed.
 */
public final class Outcome {

  private static final int FIVE_SECONDS = 5_000;

  private Outcome() {}

  /** It was done: {@code words} repeat the button's verb, such as "Request sent". */
  public static void done(String words) {
    Notification.show(words, FIVE_SECONDS, Notification.Position.BOTTOM_END);
  }

  /** It was not done, and why. */
  public static void refused(String words) {
    Notification note = new Notification();
    note.setPosition(Notification.Position.BOTTOM_END);
    note.setDuration(0);
    Button close = new Button("Close", event -> note.close());
    close.addThemeName("small");
    Div line = new Div(State.trouble("Not done"), new Span(words), close);
    line.addClassName("outcome");
    line.getElement().setAttribute("role", "alert");
    note.add(line);
    note.open();
  }
}
