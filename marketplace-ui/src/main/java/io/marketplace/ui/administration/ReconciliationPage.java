package io.marketplace.ui.administration;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.marketplace.model.invoice.Invoice;
import io.marketplace.model.invoice.InvoiceFormat;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.routing.Provider;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.component.Paged;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.util.List;

/** Do providers ask what the ledger booked? */
@Route(value = "reconciliation", layout = PortalLayout.class)
@OpenTo(
    value = {Role.PLATFORM_ADMIN, Role.FINOPS},
    aboveTenants = true)
public final class ReconciliationPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int PAGE = 20;

  private final transient Reader reader;
  private final transient InvoiceDoor door;
  private final PageHead head = new PageHead("Reconciliation");
  private final Div list = new Div();
  private final Paged<Invoice> pages;

  /** Takes what is read of invoices and done to them, and what tells of changes. */
  @Inject
  public ReconciliationPage(Readers readers, InvoiceDoor door, LiveUpdates live) {
    this.reader = readers.current();
    this.door = door;
    if (reader.actor().is(Role.PLATFORM_ADMIN)) {
      head.actions(importing());
    }
    pages = new Paged<>(PAGE, page -> door.invoices(reader.actor(), page), this::show);
    Div page =
        new Div(
            new LedgerSection("Invoices")
                .aside("newest import first; days are counted in UTC")
                .with(list, pages));
    page.addClassName("stack");
    add(head, page);
    live.follow(this, pages::reload, Topic.INVOICES);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    pages.first();
  }

  private void show(List<Invoice> invoices) {
    head.answer(answer(invoices));
    list.removeAll();
    if (invoices.isEmpty()) {
      list.add(
          Notice.empty(
              "No invoice has been imported",
              "A provider's export as CSV is set against the ledger by model and day: what it asks for, what was booked, and the difference."));
      return;
    }
    DataTable<Invoice> table =
        new DataTable<Invoice>("Imported invoices")
            .parts(
                "Invoice", row -> new Anchor("reconciliation/" + row.id().toString(), row.name()))
            .words("Provider", Invoice::providerName)
            .words("Days", row -> Formats.date(row.from()) + " to " + Formats.date(row.to()))
            .figures("Lines", row -> Formats.count(row.lines()))
            .figures("Asks for, $", row -> row.total().toDollars())
            .words("By", Invoice::importedBy)
            .words("On", row -> Formats.moment(row.importedAt(), reader.zone()));
    table.show(invoices);
    list.add(table);
  }

  private static AnswerLine answer(List<Invoice> invoices) {
    if (invoices.isEmpty()) {
      return new AnswerLine().figure("No invoice").say(" stands against the ledger yet.");
    }
    Invoice last = invoices.getFirst();
    return new AnswerLine()
        .figure(last.providerName())
        .say(" asks for ")
        .figure("$" + last.total().toDollars())
        .say(" from " + Formats.date(last.from()) + " to " + Formats.date(last.to()) + ".");
  }

  private Button importing() {
    Button button = new Button("Import invoice", event -> ask());
    button.addThemeName("primary");
    return button;
  }

  private void ask() {
    Select<Provider> provider = new Select<>();
    provider.setLabel("Provider");
    provider.setItems(door.providers(reader.actor()));
    provider.setItemLabelGenerator(Provider::name);
    Select<InvoiceFormat> format = new Select<>();
    format.setLabel("Format");
    format.setItems(InvoiceFormat.values());
    format.setItemLabelGenerator(ReconciliationPage::words);
    format.setValue(InvoiceFormat.PLAIN);
    FileField file = new FileField("CSV file, up to 1 MiB, in UTF-8", ".csv,text/csv");
    Dialog dialog = new Dialog();
    dialog.setHeaderTitle("Import an invoice");
    Button go = new Button("Import invoice");
    go.addThemeName("primary");
    go.setDisableOnClick(true);
    go.addClickListener(
        event -> {
          if (provider.isEmpty()) {
            provider.setErrorMessage("Whose invoice is it?");
            provider.setInvalid(true);
            go.setEnabled(true);
          } else {
            file.read(
                (name, csv) -> take(dialog, provider.getValue(), format.getValue(), name, csv),
                () -> go.setEnabled(true));
          }
        });
    Div form =
        new Div(
            new Paragraph("It is taken in whole, or not at all with the line at fault."),
            provider,
            format,
            file);
    form.addClassName("form");
    dialog.add(form);
    dialog.getFooter().add(new Button("Go back", event -> dialog.close()), go);
    dialog.open();
  }

  private void take(
      Dialog dialog, Provider provider, InvoiceFormat format, String name, byte[] csv) {
    try {
      Invoice invoice = door.take(reader.actor(), provider, format, name, csv);
      dialog.close();
      Outcome.done("Invoice imported");
      UI.getCurrent().navigate("reconciliation/" + invoice.id());
    } catch (MarketplaceException e) {
      Outcome.refused(e.sentence());
    }
  }

  private static String words(InvoiceFormat format) {
    return switch (format) {
      case PLAIN -> "day, model, cost_usd";
      case OPENAI -> "OpenAI's costs export";
      case ANTHROPIC -> "Anthropic's cost export";
    };
  }

  @Override
  public String getPageTitle() {
    return Titles.of("Reconciliation");
  }
}
