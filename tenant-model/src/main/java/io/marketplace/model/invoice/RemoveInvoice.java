package io.marketplace.model.invoice;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Takes away an invoice that was imported by mistake; the audit keeps that it was there. */
@Singleton
public final class RemoveInvoice {

  private final Work work;
  private final Invoices invoices;
  private final AuditTrail audit;

  /** Works on {@code invoices}. */
  @Inject
  public RemoveInvoice(Work work, Invoices invoices, AuditTrail audit) {
    this.work = work;
    this.invoices = invoices;
    this.audit = audit;
  }

  /**
   * Removes it.
   *
   * @throws MarketplaceException {@code forbidden} or {@code not_found}
   */
  public void remove(Actor actor, InvoiceId id) {
    actor.require(Role.PLATFORM_ADMIN);
    var unused =
        work.in(
            Scope.PLATFORM,
            () -> {
              Invoice invoice = invoices.find(id).orElseThrow(RemoveInvoice::unknown);
              invoices.remove(id);
              audit.record(
                  new AuditEntry(
                      Optional.empty(),
                      Author.of(actor),
                      "invoice.removed",
                      "invoice",
                      id.toString(),
                      ImportInvoice.facts(invoice),
                      Facts.NONE));
              return invoice;
            });
  }

  private static MarketplaceException unknown() {
    return new MarketplaceException(ProblemCode.NOT_FOUND, "No invoice has this identifier.");
  }
}
