package io.marketplace.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.marketplace.model.problem.MarketplaceException;

/**
 * Asks before something that cannot be taken back: its effect in words, and the verb on the button.
 */
public final class Confirm {

  private Confirm() {}

  /**
   * Opens the question.
   *
   * @param title the question
   * @param effect what will happen, when, and who is told
   * @param verb the button, such as {@code Revoke key}
   * @param action what the button does; what it refuses is said, and the dialog closes
   */
  public static void ask(String title, String effect, String verb, Runnable action) {
    Dialog dialog = new Dialog();
    dialog.setHeaderTitle(title);
    dialog.add(new Paragraph(effect));
    Button back = new Button("Go back", event -> dialog.close());
    Button go = new Button(verb);
    go.addThemeName("error");
    go.setDisableOnClick(true);
    go.addClickListener(
        event -> {
          dialog.close();
          try {
            action.run();
          } catch (MarketplaceException e) {
            Outcome.refused(e.sentence());
          }
        });
    dialog.getFooter().add(back, go);
    dialog.open();
  }
}
