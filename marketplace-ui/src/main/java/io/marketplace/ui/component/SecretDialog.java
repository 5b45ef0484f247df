package io.marketplace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/**
 * Shows a secret, once. Neither Escape nor a click beside it closes it before the reader says that
 * it is stored.
 */
public final class SecretDialog {

  private final Dialog dialog = new Dialog();
  private final Div content = new Div();

  /**
   * A dialog that is not open yet.
   *
   * @param title what the secret is of
   * @param once why it is to be copied now
   * @param secret the secret
   */
  public SecretDialog(String title, String once, String secret) {
    dialog.setHeaderTitle(title);
    dialog.setModal(true);
    dialog.setCloseOnEsc(false);
    dialog.setCloseOnOutsideClick(false);
    Paragraph why = new Paragraph(once);
    why.addClassName("sub");
    Code text = new Code(secret);
    text.setId("secret");
    Button copy = new Button("Copy");
    copy.addThemeNames("primary", "small");
    copy.getElement()
        .executeJs(
            "this.addEventListener('click', () => navigator.clipboard.writeText(document.getElementById('secret').textContent)"
                + ".then(() => { this.textContent = 'Copied'; }))");
    Div box = new Div(text, copy);
    box.addClassName("secret");
    content.addClassName("form");
    content.add(why, box);
    dialog.add(content);
  }

  /** Appends what is to be known of it. */
  public SecretDialog with(Component... parts) {
    content.add(parts);
    return this;
  }

  /** Appends advice that stands out. */
  public SecretDialog advise(String words) {
    Paragraph advice = new Paragraph(words);
    advice.addClassName("call");
    return with(advice);
  }

  /** Puts a link at the foot, before the way out. */
  public SecretDialog foot(Component link) {
    dialog.getFooter().add(link);
    return this;
  }

  /**
   * Opens it.
   *
   * @param stored what the reader ticks before it closes
   * @param closed runs then
   */
  public void open(String stored, Runnable closed) {
    Checkbox tick = new Checkbox(stored);
    Button close = new Button("Close", event -> dialog.close());
    close.setEnabled(false);
    tick.addValueChangeListener(event -> close.setEnabled(event.getValue()));
    dialog.addOpenedChangeListener(
        event -> {
          if (!event.isOpened()) {
            closed.run();
          }
        });
    content.add(tick);
    dialog.getFooter().add(close);
    dialog.open();
  }
}
