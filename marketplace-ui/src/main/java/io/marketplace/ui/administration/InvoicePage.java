package io.marketplace.ui.administration;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.marketplace.model.invoice.Difference;
import io.marketplace.model.invoice.Invoice;
import io.marketplace.model.invoice.InvoiceId;
import io.marketplace.model.kernel.Csv;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.ui.component.AnswerLine;
import io.marketplace.ui.component.Code;
import io.marketplace.ui.component.Confirm;
import io.marketplace.ui.component.DataTable;
import io.marketplace.ui.component.LedgerSection;
import io.marketplace.ui.component.Notice;
import io.marketplace.ui.component.Outcome;
import io.marketplace.ui.component.PageHead;
import io.marketplace.ui.format.Formats;
import io.marketplace.ui.shell.LiveUpdates;
import io.marketplace.ui.shell.OpenTo;
import io.marketplace.ui.shell.PortalLayout;
import io.marketplace.ui.shell.Reader;
import io.marketplace.ui.shell.Readers;
import io.marketplace.ui.shell.Titles;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** One invoice: what does the provider ask above or below what the ledger booked? */
@Route(value = "reconciliation/:id", layout = PortalLayout.class)
@OpenTo(
    value = {Role.PLATFORM_ADMIN, Role.FINOPS},
    aboveTenants = true)
public final class InvoicePage extends Div implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int SCALE = 9;

  private final transient Reader reader;
  private final transient InvoiceDoor door;
  private transient Optional<Invoice> shown = Optional.empty();
  private String title = "Invoice";

  /** Takes what is read of invoices and done to them, and what tells of changes. */
  @Inject
  public InvoicePage(Readers readers, InvoiceDoor door, LiveUpdates live) {
    this.reader = readers.current();
    this.door = door;
    live.follow(this, () -> shown.ifPresent(this::follow), Topic.INVOICES);
    live.follow(this, () -> shown.filter(InvoicePage::isOpen).ifPresent(this::follow), Topic.USAGE);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(InvoiceId.parse(event.getRouteParameters().get("id").orElse("")));
  }

  /** Whether calls of its days may still come to the ledger: journals are drained within a day. */
  private static boolean isOpen(Invoice invoice) {
    return !invoice.to().isBefore(LocalDate.now(ZoneOffset.UTC).minusDays(1));
  }

  private void follow(Invoice before) {
    try {
      show(before.id());
    } catch (MarketplaceException refusal) {
      if (refusal.code() != ProblemCode.NOT_FOUND) {
        throw refusal;
      }
      shown = Optional.empty();
      removeAll();
      add(
          new PageHead("")
              .crumbs(new Anchor("reconciliation", "Reconciliation"), new Text(" / " + title))
              .answer(new AnswerLine().figure(title).say(" was removed.")),
          Notice.empty(
              "The invoice is gone",
              "Somebody removed it while it was shown here. The audit keeps who.",
              new Anchor("reconciliation", "Open reconciliation")));
    }
  }

  private void show(InvoiceId id) {
    Invoice invoice = door.invoice(reader.actor(), id);
    List<Difference> differences = door.differences(reader.actor(), id);
    title = invoice.name();
    shown = Optional.of(invoice);
    removeAll();
    long nano = differences.stream().mapToLong(Difference::nano).sum();
    PageHead head =
        new PageHead("")
            .crumbs(new Anchor("reconciliation", "Reconciliation"), new Text(" / " + title))
            .answer(
                new AnswerLine()
                    .say(invoice.providerName() + " asks for ")
                    .figure("$" + invoice.total().toDollars())
                    .say(", ")
                    .figure("$" + dollars(Math.abs(nano)))
                    .say((nano < 0 ? " less" : " more") + " than the ledger booked."));
    if (reader.actor().is(Role.PLATFORM_ADMIN)) {
      Button remove = new Button("Remove", click -> remove(invoice));
      remove.addThemeName("error");
      head.actions(remove, export(differences));
    } else {
      head.actions(export(differences));
    }
    Div page =
        new Div(
            new LedgerSection("By model and day")
                .aside(invoice.from() + " to " + invoice.to() + ", UTC; dollars")
                .with(table(differences)));
    page.addClassName("stack");
    add(head, page);
  }

  private static DataTable<Difference> table(List<Difference> differences) {
    DataTable<Difference> table =
        new DataTable<Difference>("What the invoice asks beside what the ledger booked")
            .words("Day", row -> row.day().toString())
            .parts("Model", row -> new Code(row.model()))
            .figures("Invoiced", row -> amount(row.invoiced()))
            .figures("Booked", row -> amount(row.booked()))
            .figures("Difference", row -> dollars(row.nano()))
            .figures("Input, invoiced", row -> tokens(row.invoicedInput()))
            .figures("Input, booked", row -> Formats.count(row.bookedInput()))
            .figures("Output, invoiced", row -> tokens(row.invoicedOutput()))
            .figures("Output, booked", row -> Formats.count(row.bookedOutput()));
    table.show(differences);
    return table;
  }

  private static String amount(Optional<NanoUsd> amount) {
    return amount.map(NanoUsd::toDollars).orElse(Formats.NONE);
  }

  private static String tokens(Optional<Long> tokens) {
    return tokens.map(Formats::count).orElse(Formats.UNKNOWN);
  }

  private static String dollars(long nano) {
    BigDecimal amount = BigDecimal.valueOf(nano, SCALE).stripTrailingZeros();
    return amount.scale() < 0 ? amount.setScale(0).toPlainString() : amount.toPlainString();
  }

  private static Anchor export(List<Difference> differences) {
    StringBuilder csv =
        new StringBuilder(Csv.line("day", "model", "invoiced_usd", "booked_usd", "difference_usd"));
    for (Difference row : differences) {
      csv.append(
          Csv.line(
              row.day().toString(),
              row.model(),
              row.invoiced().map(NanoUsd::toDollars).orElse(""),
              row.booked().map(NanoUsd::toDollars).orElse(""),
              BigDecimal.valueOf(row.nano(), SCALE).stripTrailingZeros()));
    }
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    DownloadHandler handler =
        event -> {
          event.setFileName("reconciliation.csv");
          event.setContentType("text/csv;charset=UTF-8");
          event.getOutputStream().write(bytes);
        };
    Anchor link = new Anchor(handler, "Export CSV");
    link.addClassName("b");
    return link;
  }

  private void remove(Invoice invoice) {
    Confirm.ask(
        "Remove " + invoice.name() + "?",
        "Its lines go; the audit keeps that it was imported. The ledger stays as it is.",
        "Remove invoice",
        () -> {
          door.remove(reader.actor(), invoice.id());
          Outcome.done("Invoice removed");
          UI.getCurrent().navigate("reconciliation");
        });
  }

  @Override
  public String getPageTitle() {
    return Titles.of(title);
  }
}
