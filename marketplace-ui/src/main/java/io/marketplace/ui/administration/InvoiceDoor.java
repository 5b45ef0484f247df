package io.marketplace.ui.administration;

import io.marketplace.model.invoice.Difference;
import io.marketplace.model.invoice.ImportInvoice;
import io.marketplace.model.invoice.Invoice;
import io.marketplace.model.invoice.InvoiceFormat;
import io.marketplace.model.invoice.InvoiceId;
import io.marketplace.model.invoice.InvoiceQueries;
import io.marketplace.model.invoice.RemoveInvoice;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.routing.Provider;
import io.marketplace.model.routing.RoutingQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Invoices: what is read of them and what is done to them. */
@Singleton
final class InvoiceDoor {

  private final InvoiceQueries invoices;
  private final ImportInvoice importing;
  private final RemoveInvoice removing;
  private final RoutingQueries routing;

  @Inject
  InvoiceDoor(
      InvoiceQueries invoices,
      ImportInvoice importing,
      RemoveInvoice removing,
      RoutingQueries routing) {
    this.invoices = invoices;
    this.importing = importing;
    this.removing = removing;
    this.routing = routing;
  }

  Page<Invoice> invoices(Actor actor, PageRequest page) {
    return invoices.invoices(actor, page);
  }

  Invoice invoice(Actor actor, InvoiceId id) {
    return invoices.invoice(actor, id);
  }

  List<Difference> differences(Actor actor, InvoiceId id) {
    return invoices.differences(actor, id);
  }

  /** The providers to choose from, the first 200 by name. */
  List<Provider> providers(Actor actor) {
    return routing.providers(actor, PageRequest.first(PageRequest.MAX)).items();
  }

  Invoice take(Actor actor, Provider provider, InvoiceFormat format, String name, byte[] csv) {
    return importing.take(actor, provider.id(), format, name, csv);
  }

  void remove(Actor actor, InvoiceId id) {
    removing.remove(actor, id);
  }
}
