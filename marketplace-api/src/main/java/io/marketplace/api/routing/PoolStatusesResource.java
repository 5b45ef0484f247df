package io.marketplace.api.routing;

import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.routing.RoutingQueries;
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

/** How the pools do. */
@Path("/pool-statuses")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "providers and pools")
public final class PoolStatusesResource {

  private final Caller caller;
  private final RoutingQueries routing;

  /** Passes on to the use cases and queries. */
  @Inject
  public PoolStatusesResource(Caller caller, RoutingQueries routing) {
    this.caller = caller;
    this.routing = routing;
  }

  /** The pools' states, by name. */
  @GET
  @Operation(summary = "List how the pools do, by the gateways' probes")
  public Listing<PoolStatusBody> list(@BeanParam Paging paging) {
    return paging.answer(routing.statuses(caller.actor(), paging.request()), PoolStatusBody::of);
  }
}
