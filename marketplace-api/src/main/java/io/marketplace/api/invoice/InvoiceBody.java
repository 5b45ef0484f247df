package io.marketplace.api.invoice;

import io.marketplace.model.invoice.Invoice;
import io.marketplace.model.kernel.NanoUsd;
import java.time.Instant;

/**
 * An imported invoice.
 *
 * @param fromDay its first day, such as 2026-11-01
 * @param toDay its last day
 * @param lines how many models and days it names
 */
public record InvoiceBody(
    String id,
    String providerId,
    String provider,
    String format,
    String name,
    String fromDay,
    String toDay,
    int lines,
    NanoUsd totalUsd,
    String importedBy,
    Instant importedAt) {

  static InvoiceBody of(Invoice invoice) {
    return new InvoiceBody(
        invoice.id().toString(),
        invoice.provider().toString(),
        invoice.providerName(),
        invoice.format().code(),
        invoice.name(),
        invoice.from().toString(),
        invoice.to().toString(),
        invoice.lines(),
        invoice.total(),
        invoice.importedBy(),
        invoice.importedAt());
  }
}
