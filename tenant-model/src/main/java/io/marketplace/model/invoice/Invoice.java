package io.marketplace.model.invoice;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.routing.ProviderId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An imported invoice.
 *
 * @param id its identifier
 * @param provider whose it is
 * @param providerName the provider's name
 * @param format the format it was read by
 * @param name what the importer calls it, such as the file's name
 * @param from its first day
 * @param to its last day
 * @param lines how many models and days it names
 * @param total what it asks in all
 * @param importedBy who imported it, to show
 * @param importedAt when
 */
public record Invoice(
    InvoiceId id,
    ProviderId provider,
    String providerName,
    InvoiceFormat format,
    String name,
    LocalDate from,
    LocalDate to,
    int lines,
    NanoUsd total,
    String importedBy,
    Instant importedAt) {}
