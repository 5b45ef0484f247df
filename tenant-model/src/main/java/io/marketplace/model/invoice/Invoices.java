package io.marketplace.model.invoice;

import java.util.List;
import java.util.Optional;

/** Keeps invoices; called inside a unit of work. */
public interface Invoices {

  /**
   * Adds an invoice with its lines.
   *
   * @param digest of the table, in hexadecimal: the same table of a provider is taken once, and the
   *     second fails with {@code conflict} when the unit of work ends
   */
  void add(Invoice invoice, String digest, List<InvoiceLine> lines);

  /** The invoice of that identifier. */
  Optional<Invoice> find(InvoiceId id);

  /** Takes an invoice and its lines away. */
  void remove(InvoiceId id);
}
