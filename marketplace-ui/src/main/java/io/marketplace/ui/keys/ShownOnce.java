package io.marketplace.ui.keys;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.marketplace.model.keys.KeySecret;
import io.marketplace.ui.component.Code;
import io.marketplace.ui.component.KeyValues;
import io.marketplace.ui.component.SecretDialog;
import io.marketplace.ui.shell.Gateway;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** The one dialog that shows a key's secret, with what a client needs besides. */
final class ShownOnce {

  private ShownOnce() {}

  /** Shows {@code secret}; {@code may} says what it may call. */
  static void open(String title, KeySecret secret, String may, String expires, Runnable closed) {
    new SecretDialog(
            title,
            "Copy it now. We keep only a hash, so nobody can show it again.",
            secret.reveal())
        .with(
            new KeyValues()
                .row("May call", may)
                .row("Expires", expires)
                .row("Base URL", new Code(Gateway.baseUrl())))
        .advise("Put it in your secret store, not in code.")
        .foot(env(secret))
        .open("I have stored the key", closed);
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
