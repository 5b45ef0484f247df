package io.marketplace.api.metering;

import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.metering.UsageQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What grants have spent of their monthly budgets. */
@Path("/usage/grants")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "usage")
public final class SpendResource {

  private final Caller caller;
  private final UsageQueries usage;

  /** Passes on to the use cases and queries. */
  @Inject
  public SpendResource(Caller caller, UsageQueries usage) {
    this.caller = caller;
    this.usage = usage;
  }

  /** Grants, dearest first. */
  @GET
  @Operation(summary = "List what grants have spent this month, with a forecast")
  public Listing<SpendBody> list(@BeanParam Paging paging) {
    return paging.answer(usage.monthToDate(caller.actor(), paging.request()), SpendBody::of);
  }
}
