package io.marketplace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/**
 * Asks for something and does it: what the effect is, the fields, and the verb on the button. What
 * is refused is said beside its field, and the dialog stays with what was typed.
 */
public final class FormDialog {

  private final Dialog dialog = new Dialog();
  private final Div form = new Div();
  private final FieldErrors errors;

  /**
   * A dialog that is not open yet.
   *
   * @param title what it is about
   * @param effect what will happen, until when, and who is told; empty where the fields say it all
   * @param errors which field is which
   */
  public FormDialog(String title, String effect, FieldErrors errors) {
    this.errors = errors;
    dialog.setHeaderTitle(title);
    form.addClassName("form");
    if (!effect.isEmpty()) {
      form.add(new Paragraph(effect));
    }
    dialog.add(form);
  }

  /** Appends fields or words. */
  public FormDialog with(Component... parts) {
    form.add(parts);
    return this;
  }

  /** Gives the dialog the width that tables and long addresses need. */
  public FormDialog wide() {
    dialog.addClassName("wide");
    return this;
  }

  /** Whether it is open, so that what it was opened on must stay as it is. */
  public boolean isOpen() {
    return dialog.isOpened();
  }

  /**
   * Opens it.
   *
   * @param verb the button, such as {@code Suspend grant}
   * @param ends whether the verb ends or stops something, which the button then shows
   * @param action what the button does; the dialog closes unless it refuses
   */
  public void open(String verb, boolean ends, Runnable action) {
    Button go = new Button(verb);
    go.addThemeName(ends ? "error" : "primary");
    // The browser disables the button with the click, so that two clicks act once.
    go.setDisableOnClick(true);
    go.addClickListener(
        event -> {
          if (errors.run(action)) {
            dialog.close();
          }
          go.setEnabled(true);
        });
    dialog.getFooter().add(new Button("Go back", event -> dialog.close()), go);
    dialog.open();
  }
}
