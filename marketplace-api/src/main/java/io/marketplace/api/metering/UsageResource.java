package io.marketplace.api.metering;

import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.kernel.Csv;
import io.marketplace.model.metering.UsageQueries;
import io.marketplace.model.metering.UsageQuery;
import io.marketplace.model.metering.UsageReport;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Usage in sums: who used what, and what it cost. */
@Path("/usage")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "usage")
public final class UsageResource {

  private final Caller caller;
  private final UsageQueries usage;
  private final Clock clock;

  /** Passes on to the use cases and queries. */
  @Inject
  public UsageResource(Caller caller, UsageQueries usage, Clock clock) {
    this.caller = caller;
    this.usage = usage;
    this.clock = clock;
  }

  /** Usage by group. */
  @GET
  @Operation(summary = "Sum usage by agent, workflow, customer, application, key, tier or day")
  public Listing<GroupBody> report(
      @BeanParam UsageParameters parameters, @BeanParam Paging paging) {
    UsageReport report = usage.report(caller.actor(), parameters.query(clock), paging.request());
    return paging.answer(report.page(), GroupBody::of);
  }

  /** The same as a table. */
  @GET
  @Produces(Csv.MEDIA_TYPE + ";qs=0.5")
  @Operation(summary = "Sum usage, as CSV")
  public String table(@BeanParam UsageParameters parameters, @BeanParam Paging paging) {
    UsageQuery query = parameters.query(clock);
    StringBuilder table = new StringBuilder(UsageTable.head(query.groupBy()));
    usage
        .report(caller.actor(), query, paging.request())
        .page()
        .items()
        .forEach(group -> table.append(UsageTable.line(group)));
    return table.toString();
  }
}
