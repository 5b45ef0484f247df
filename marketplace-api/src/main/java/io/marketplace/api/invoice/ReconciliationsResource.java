package io.marketplace.api.invoice;

import io.marketplace.api.json.QueryValues;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.invoice.Difference;
import io.marketplace.model.invoice.ImportInvoice;
import io.marketplace.model.invoice.InvoiceFormat;
import io.marketplace.model.invoice.InvoiceId;
import io.marketplace.model.invoice.InvoiceQueries;
import io.marketplace.model.invoice.RemoveInvoice;
import io.marketplace.model.kernel.Csv;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.ProviderId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Invoices of providers, each set against the ledger by model and day. */
@Path("/reconciliations")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reconciliations")
public final class ReconciliationsResource {

  private final Caller caller;
  private final InvoiceQueries invoices;
  private final ImportInvoice take;
  private final RemoveInvoice remove;

  /** Passes on to the use cases and queries. */
  @Inject
  public ReconciliationsResource(
      Caller caller, InvoiceQueries invoices, ImportInvoice take, RemoveInvoice remove) {
    this.caller = caller;
    this.invoices = invoices;
    this.take = take;
    this.remove = remove;
  }

  /** All differences of an invoice. */
  public record Differences(List<DifferenceBody> items) {}

  /** The invoices. */
  @GET
  @Operation(summary = "List the imported invoices, newest first")
  public Listing<InvoiceBody> list(@BeanParam Paging paging) {
    return paging.answer(invoices.invoices(caller.actor(), paging.request()), InvoiceBody::of);
  }

  /** Imports an invoice. */
  @POST
  @Consumes(Csv.MEDIA_TYPE)
  @Operation(summary = "Import a provider's invoice as CSV, whole or not at all")
  public Response take(
      @QueryParam("providerId") @Nullable String providerId,
      @QueryParam("format") @Nullable String format,
      @QueryParam("name") @Nullable String name,
      byte[] csv) {
    return Response.status(Response.Status.CREATED)
        .entity(
            InvoiceBody.of(
                take.take(
                    caller.actor(),
                    provider(providerId),
                    InvoiceFormat.parse("format", QueryValues.text(format).orElse("plain")),
                    QueryValues.text(name).orElse("invoice.csv"),
                    csv)))
        .build();
  }

  /** One invoice. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read an imported invoice")
  public InvoiceBody read(@PathParam("id") String id) {
    return InvoiceBody.of(invoices.invoice(caller.actor(), InvoiceId.parse(id)));
  }

  /** Takes an invoice away. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Take away an invoice that was imported by mistake")
  public void remove(@PathParam("id") String id) {
    remove.remove(caller.actor(), InvoiceId.parse(id));
  }

  /** Its differences. */
  @GET
  @Path("{id}/differences")
  @Operation(summary = "Compare an invoice with the ledger by model and day")
  public Differences differences(@PathParam("id") String id) {
    return new Differences(found(id).stream().map(DifferenceBody::of).toList());
  }

  /** Its differences as a table. */
  @GET
  @Path("{id}/differences")
  @Produces(Csv.MEDIA_TYPE + ";qs=0.5")
  @Operation(summary = "Export the comparison as CSV")
  public String export(@PathParam("id") String id) {
    StringBuilder table = new StringBuilder(DifferenceBody.head());
    found(id).forEach(difference -> table.append(DifferenceBody.line(difference)));
    return table.toString();
  }

  private List<Difference> found(String id) {
    return invoices.differences(caller.actor(), InvoiceId.parse(id));
  }

  private static ProviderId provider(@Nullable String id) {
    return QueryValues.text(id)
        .map(ProviderId::parse)
        .orElseThrow(
            () ->
                new MarketplaceException(
                    ProblemCode.INVALID_REQUEST,
                    "providerId must name the provider whose invoice it is.",
                    "providerId"));
  }
}
