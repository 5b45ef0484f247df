package io.marketplace.model.invoice;

import java.util.List;

/** Reads the tables that providers let their customers download. */
public interface InvoiceReader {

  /**
   * Reads a table, one line for each model and day, by day and model.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} naming
   *     {@code csv}, and the line at fault, for anything but a table of that format: another
   *     encoding than UTF-8, another provider's heads, missing or doubled heads, formulas, amounts
   *     that are no numbers or below zero, another currency, days that are none
   */
  List<InvoiceLine> read(InvoiceFormat format, byte[] csv);
}
