package io.marketplace.model.invoice;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import java.util.List;

/**
 * Reads invoices beside the ledger. They are the platform's: platform administrators may, and
 * finance readers who belong to no single tenant; others are refused with {@code forbidden}.
 */
public interface InvoiceQueries {

  /** The invoices, newest import first. */
  Page<Invoice> invoices(Actor actor, PageRequest page);

  /**
   * One invoice.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}
   */
  Invoice invoice(Actor actor, InvoiceId id);

  /**
   * The differences of an invoice's days, of all models it names or the ledger booked under its
   * provider, by day and model.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}
   */
  List<Difference> differences(Actor actor, InvoiceId id);
}
