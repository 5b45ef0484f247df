package io.marketplace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

/**
 * What a block shows when it has no rows, failed, or belongs to somebody else: what is known, and
 * what to do.
 */
public final class Notice extends Div {

  private static final long serialVersionUID = 1L;

  private Notice(Component... content) {
    super(content);
  }

  /** Nothing is here: what the list is for, why it is empty, and one action (or none). */
  public static Notice empty(String title, String why, Component... action) {
    Paragraph reason = new Paragraph(why);
    reason.addClassName("sub");
    Notice box = new Notice(new H3(title), reason);
    box.addClassNames("box", "empty");
    box.add(action);
    return box;
  }

  /** A line the reader should see before going on. */
  public static Notice warning(String title, String words) {
    return called("w", State.warning(title), words);
  }

  /** Something failed: what, what still works; {@code again} loads it again. */
  public static Notice failed(String title, String words, Runnable again) {
    Notice notice = called("e", State.trouble(title), words);
    notice.getElement().setAttribute("role", "alert");
    Button button = new Button("Load again", event -> again.run());
    button.addThemeName("small");
    notice.add(button);
    return notice;
  }

  private static Notice called(String kind, State title, String words) {
    Notice notice = new Notice(title, new Paragraph(words));
    notice.addClassNames("call", kind);
    return notice;
  }
}
