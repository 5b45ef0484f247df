package io.marketplace.api.audit;

import io.marketplace.api.json.QueryValues;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.audit.ExportAudit;
import io.marketplace.model.audit.VerifyAudit;
import io.marketplace.model.kernel.Input;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The trail of changes, for auditors, approvers and administrators. */
@Path("/audit")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public final class AuditResource {

  private final Caller caller;
  private final AuditQueries audit;
  private final ExportAudit export;
  private final VerifyAudit verify;

  /** Passes on to the use cases and queries. */
  @Inject
  public AuditResource(Caller caller, AuditQueries audit, ExportAudit export, VerifyAudit verify) {
    this.caller = caller;
    this.audit = audit;
    this.export = export;
    this.verify = verify;
  }

  /** Entries, newest first. */
  @GET
  @Operation(summary = "List audit events")
  public Listing<EventBody> list(@BeanParam EventQuery query, @BeanParam Paging paging) {
    return paging.answer(
        audit.events(caller.actor(), query.filter(), paging.request()), EventBody::of);
  }

  /** All entries that a search finds, as they are written. */
  @GET
  @Path("export")
  @Produces(MediaType.WILDCARD)
  @Operation(
      summary =
          "Export audit events with their hash chain as NDJSON or CSV (format=csv), oldest first")
  public Response export(
      @BeanParam EventQuery query, @QueryParam("format") @Nullable String format) {
    String name = QueryValues.text(format).orElse("ndjson");
    if (!name.equals("ndjson") && !name.equals("csv")) {
      throw Input.invalid("format", "format must be ndjson or csv.");
    }
    EventLine form = EventLine.named(name);
    ExportAudit.Export events = export.export(caller.actor(), query.filter());
    StreamingOutput lines =
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          writer.write(form.head());
          events.to(event -> write(writer, form.of(event)));
          writer.flush();
        };
    return Response.ok(lines, form.mediaType())
        .header("Content-Disposition", "attachment; filename=\"audit." + name + "\"")
        .build();
  }

  /** Whether the trail is as it was written. */
  @GET
  @Path("verify")
  @Operation(summary = "Check the hash chains of the audit")
  public ChainBody verify() {
    return ChainBody.of(verify.verify(caller.actor()));
  }

  private static void write(Writer writer, String line) {
    try {
      writer.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
