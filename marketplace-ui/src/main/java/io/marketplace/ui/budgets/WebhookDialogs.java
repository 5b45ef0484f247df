package io.marketplace.ui.budgets;

import com.vaadin.flow.component.textfield.TextField;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.quota.SetWebhook;
import io.marketplace.model.quota.Webhook;
import io.marketplace.ui.component.Confirm;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.SecretDialog;
import io.marketplace.ui.shell.Reader;

/** What is asked before a webhook is set, gets another secret or is removed. */
final class WebhookDialogs {

  private static final int LONGEST = 500;

  private final Reader reader;
  private final WebhookDoor door;
  private final TenantId tenant;
  private final Runnable done;

  /** {@code done} runs after each change. */
  WebhookDialogs(Reader reader, WebhookDoor door, TenantId tenant, Runnable done) {
    this.reader = reader;
    this.door = door;
    this.tenant = tenant;
    this.done = done;
  }

  void set() {
    ask(
        "Set webhook",
        "Each signal of the tenant's budgets is posted there as JSON within some ten seconds, signed with a secret that is shown to you once.",
        "");
  }

  void change(Webhook webhook) {
    ask(
        "Change address",
        "Signals go there from now on, those on their way too. The secret stays.",
        webhook.url());
  }

  private void ask(String verb, String effect, String present) {
    TextField url = new TextField("Address");
    url.setMaxLength(LONGEST);
    url.setWidthFull();
    url.setValue(present);
    url.setPlaceholder("https://");
    url.setRequiredIndicatorVisible(true);
    url.setHelperText("May hold a token; the audit log has its host alone.");
    new FormDialog(verb, effect, new FieldErrors().map("url", url))
        .with(url)
        .open(
            verb,
            false,
            () -> show(door.set(reader.actor(), tenant, url.getValue().strip(), false)));
  }

  void newSecret(Webhook webhook) {
    Confirm.ask(
        "Make a new secret?",
        "Signals are signed with it from the next one on; the receiver refuses them until it knows it.",
        "Make a new secret",
        () -> show(door.set(reader.actor(), tenant, webhook.url(), true)));
  }

  void remove() {
    Confirm.ask(
        "Remove the webhook?",
        "Nobody is told of the tenant's signals any more, also not of those on their way. They stay on the page Budgets.",
        "Remove webhook",
        () -> {
          door.remove(reader.actor(), tenant);
          Outcome.done("Webhook removed");
          done.run();
        });
  }

  private void show(SetWebhook.SetUp setUp) {
    setUp
        .secret()
        .ifPresentOrElse(
            secret ->
                new SecretDialog(
                        "The webhook's secret",
                        "Copy it now. It is kept sealed, and nobody can show it again.",
                        secret)
                    .advise(
                        "The receiver checks Marketplace-Signature with it: t=<unix seconds>,v1=<hex>, the HMAC-SHA256 of \"<seconds>.<body>\".")
                    .open("I have stored the secret", done),
            () -> {
              Outcome.done("Address changed");
              done.run();
            });
  }
}
