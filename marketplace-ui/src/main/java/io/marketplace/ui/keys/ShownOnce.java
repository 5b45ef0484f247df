package io.marketplace.ui.keys;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.marketplace.model.keys.KeySecret;
import io.marketplace.ui.component.Code;
import io.marketplace.ui.component.KeyValues;
import io.marketplace.ui.shell.Gateway;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/**
 * The one dialog that shows a secret. Neither Escape nor a click beside it closes it before the
 * reader says it is stored.
 */
final class ShownOnce {

  private ShownOnce() {}

  /** Shows {@code secret}; {@code may} says what it may call. */
  static void open(String title, KeySecret secret, String may, String expires, Runnable closed) {
    Dialog dialog = new Dialog();
    dialog.setHeaderTitle(title);
    dialog.setModal(true);
    dialog.setCloseOnEsc(false);
    dialog.setCloseOnOutsideClick(false);
    Paragraph once =
        new Paragraph("Copy it now. We keep only a hash, so nobody can show it again.");
    once.addClassName("sub");
    Code text = new Code(secret.reveal());
    text.setId("secret");
    Button copy = new Button("Copy");
    copy.addThemeNames("primary", "small");
    copy.getElement()
        .executeJs(
            "this.addEventListener('click', () => navigator.clipboard.writeText(document.getElementById('secret').textContent)"
                + ".then(() => { this.textContent = 'Copied'; }))");
    Div box = new Div(text, copy);
    box.addClassName("secret");
    Paragraph advice = new Paragraph("Put it in your secret store, not in code.");
    advice.addClassName("call");
    Checkbox stored = new Checkbox("I have stored the key");
    Button close = new Button("Close", event -> dialog.close());
    close.setEnabled(false);
    stored.addValueChangeListener(event -> close.setEnabled(event.getValue()));
    dialog.addOpenedChangeListener(
        event -> {
          if (!event.isOpened()) {
            closed.run();
          }
        });
    Div content =
        new Div(
            once,
            box,
            new KeyValues()
                .row("May call", may)
                .row("Expires", expires)
                .row("Base URL", new Code(Gateway.baseUrl())),
            advice,
            stored);
    content.addClassName("form");
    dialog.add(content);
    dialog.getFooter().add(env(secret), close);
    dialog.open();
  }

  private static Anchor env(KeySecret secret) {
    byte[] file =
        ("OPENAI_BASE_URL=" + Gateway.baseUrl() + "\nOPENAI_API_KEY=" + secret.reveal() + "\n")
            .getBytes(StandardCharsets.UTF_8);
    Anchor link =
        new Anchor(
            DownloadHandler.fromInputStream(
                event ->
                    new DownloadResponse(
                        new ByteArrayInputStream(file),
                        "marketplace.env",
                        "text/plain",
                        file.length)),
            "");
    link.add(new Span("Download .env"));
    link.addClassName("b");
    return link;
  }
}
