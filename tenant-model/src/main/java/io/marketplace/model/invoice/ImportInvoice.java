package io.marketplace.model.invoice;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.Provider;
import io.marketplace.model.routing.ProviderId;
import io.marketplace.model.routing.Providers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Takes a provider's invoice in, whole or not at all. */
@Singleton
public final class ImportInvoice {

  private final Work work;
  private final Invoices invoices;
  private final Providers providers;
  private final InvoiceReader reader;
  private final AuditTrail audit;
  private final Clock clock;

  /** Works on {@code invoices}. */
  @Inject
  public ImportInvoice(
      Work work,
      Invoices invoices,
      Providers providers,
      InvoiceReader reader,
      AuditTrail audit,
      Clock clock) {
    this.work = work;
    this.invoices = invoices;
    this.providers = providers;
    this.reader = reader;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Imports a table.
   *
   * @param name what to call it
   * @throws MarketplaceException {@code forbidden}, {@code not_found} for an unknown provider,
   *     {@code invalid_request_error} for a table that cannot be read, {@code conflict} for one
   *     that was imported before
   */
  public Invoice take(
      Actor actor, ProviderId provider, InvoiceFormat format, String name, byte[] csv) {
    actor.require(Role.PLATFORM_ADMIN);
    String called = Input.line("name", name, 200);
    List<InvoiceLine> lines = reader.read(format, csv);
    NanoUsd total = lines.stream().map(InvoiceLine::cost).reduce(NanoUsd.ZERO, NanoUsd::plus);
    return work.in(
        Scope.PLATFORM,
        () -> {
          Provider owner =
              providers
                  .find(provider)
                  .orElseThrow(
                      () ->
                          new MarketplaceException(
                              ProblemCode.NOT_FOUND, "No provider has this identifier."));
          Invoice invoice =
              new Invoice(
                  InvoiceId.create(),
                  provider,
                  owner.name(),
                  format,
                  called,
                  lines.getFirst().day(),
                  lines.getLast().day(),
                  lines.size(),
                  total,
                  actor.name(),
                  clock.instant());
          invoices.add(invoice, digest(csv), lines);
          audit.record(
              new AuditEntry(
                  Optional.empty(),
                  Author.of(actor),
                  "invoice.imported",
                  "invoice",
                  invoice.id().toString(),
                  Facts.NONE,
                  facts(invoice)));
          return invoice;
        });
  }

  static Facts facts(Invoice invoice) {
    return Facts.of("provider", invoice.providerName())
        .with("name", invoice.name())
        .with("format", invoice.format().code())
        .with("days", invoice.from() + " to " + invoice.to())
        .with("lines", invoice.lines())
        .with("total", "$" + invoice.total().toDollars());
  }

  private static String digest(byte[] csv) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(csv));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
