package io.marketplace.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.routing.Provider;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.Bold;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.FieldErrors;
import io.marketplace.ui.component.FormDialog;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.List;

/** Who runs models for us, under whose law, and with which credential? */
@Route(value = "providers", layout = PortalLayout.class)
@OpenTo(Role.PLATFORM_ADMIN)
public final class ProvidersPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 25;

  private final transient Reader reader;
  private final transient ProviderDoor door;
  private final PageHead head = new PageHead("Providers");
  private final Div rows = new Div();
  private final Paged<Provider> pages;

  /** Takes what is read of providers and done to them. */
  @Inject
  public ProvidersPage(Readers readers, ProviderDoor door, LiveUpdates live) {
    this.reader = readers.current();
    this.door = door;
    pages = new Paged<>(PAGE, page -> door.providers(reader.actor(), page), this::show);
    Button register = new Button("Register provider", event -> register());
    register.addThemeName("primary");
    head.answer(
            new AnswerLine()
                .say("A provider's ")
                .figure("jurisdiction")
                .say(" decides which data may go to its pools."))
        .actions(register);
    add(head, new LedgerSection("Providers").with(rows, pages));
    live.follow(this, pages::reload, Topic.ROUTING);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    pages.first();
  }

  private void show(List<Provider> providers) {
    rows.removeAll();
    if (providers.isEmpty()) {
      rows.add(
          Notice.empty(
              "No provider yet",
              "Register who runs the models: a vendor, a cloud, or yourselves on your own premises. Then add its pools."));
      return;
    }
    DataTable<Provider> table =
        new DataTable<Provider>("Providers: name, jurisdiction, contracts, credential")
            .parts("Provider", provider -> new Bold(provider.name()))
            .words("Jurisdiction", Provider::jurisdiction)
            .words("Processes in", provider -> places(provider))
            .parts("Contracts", ProvidersPage::attributes)
            .parts("Credential", this::credential)
            .parts("", this::actions);
    table.show(providers);
    rows.add(table);
  }

  private static String places(Provider provider) {
    return provider.processingPlaces().isEmpty()
        ? Formats.UNKNOWN
        : String.join(", ", provider.processingPlaces());
  }

  private static Component attributes(Provider provider) {
    Span lines = new Span(AttributeText.of(provider.attributes()));
    lines.addClassNames("said", "note");
    return lines;
  }

  private Component credential(Provider provider) {
    return provider
        .credentialStoredAt()
        .map(at -> State.good("Stored " + Formats.date(at, reader.zone())))
        .orElseGet(() -> State.nothing("Called without"));
  }

  private Component actions(Provider provider) {
    Button edit = new Button("Edit", event -> edit(provider));
    Button credential = new Button("Credential", event -> store(provider));
    edit.addThemeName("small");
    edit.setAriaLabel("Edit " + provider.name());
    credential.addThemeName("small");
    credential.setAriaLabel("Store a credential for " + provider.name());
    Div actions = new Div(edit, credential);
    actions.addClassName("acts");
    return actions;
  }

  private void register() {
    FieldErrors errors = new FieldErrors();
    ProviderFields fields = new ProviderFields(errors);
    new FormDialog("Register a provider", "", errors)
        .with(fields)
        .open(
            "Register provider",
            false,
            () -> {
              door.register(reader.actor(), fields.value());
              Outcome.done("Provider registered");
              pages.first();
            });
  }

  private void edit(Provider provider) {
    FieldErrors errors = new FieldErrors();
    ProviderFields fields = new ProviderFields(errors);
    fields.show(provider);
    new FormDialog(
            "Edit " + provider.name(),
            "A changed jurisdiction is in force for every call within a second.",
            errors)
        .with(fields)
        .open(
            "Save provider",
            false,
            () -> {
              door.update(reader.actor(), provider, fields.value());
              Outcome.done("Provider saved");
              pages.reload();
            });
  }

  private void store(Provider provider) {
    PasswordField secret = new PasswordField("Credential");
    secret.setRevealButtonVisible(false);
    secret.setAutocomplete(Autocomplete.OFF);
    secret.setHelperText("Sent as the bearer token of every call to its pools.");
    secret.setWidthFull();
    new FormDialog(
            "Store a credential for " + provider.name(),
            "It is sealed at once and never shown again, not even to you. It takes the place of an earlier one within a second; calls under way end with the old one.",
            new FieldErrors().map("secret", secret))
        .with(secret)
        .open(
            "Store credential",
            false,
            () -> {
              String typed = secret.getValue();
              secret.clear();
              door.store(reader.actor(), provider.id(), typed);
              Outcome.done("Credential stored");
              pages.reload();
            });
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Providers");
  }
}
