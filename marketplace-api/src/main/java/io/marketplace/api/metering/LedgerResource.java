package io.marketplace.api.metering;

import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Csv;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.UsageQueries;
import io.marketplace.model.metering.UsageQuery;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ledger, row by row. */
@Path("/usage/requests")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "usage")
public final class LedgerResource {

  private final Caller caller;
  private final UsageQueries usage;
  private final Clock clock;

  /** Passes on to the use cases and queries. */
  @Inject
  public LedgerResource(Caller caller, UsageQueries usage, Clock clock) {
    this.caller = caller;
    this.usage = usage;
    this.clock = clock;
  }

  /** The newest rows. */
  @GET
  @Operation(summary = "List rows of the ledger, newest first")
  public Listing<EntryBody> list(@BeanParam UsageParameters parameters, @BeanParam Paging paging) {
    return paging.answer(
        usage.recent(caller.actor(), parameters.query(clock), paging.request()), EntryBody::of);
  }

  /** All rows of a period as a table. */
  @GET
  @Produces(Csv.MEDIA_TYPE + ";qs=0.5")
  @Operation(summary = "Export all rows of a period as CSV, oldest first")
  public StreamingOutput export(@BeanParam UsageParameters parameters) {
    Actor actor = caller.actor();
    UsageQuery query = parameters.query(clock);
    return out -> {
      Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      writer.write(UsageTable.head());
      usage.export(actor, query, row -> write(writer, UsageTable.line(row)));
      writer.flush();
    };
  }

  /** One row. */
  @GET
  @Path("{requestId}")
  @Operation(summary = "Read the ledger's row of a request")
  public EntryBody read(@PathParam("requestId") String requestId) {
    return EntryBody.whole(usage.request(caller.actor(), CallId.parse(requestId)));
  }

  private static void write(Writer writer, String line) {
    try {
      writer.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
