package io.marketplace.api.routing;

import io.marketplace.api.signin.Caller;
import io.marketplace.model.routing.RoutingQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The platform team's four figures. */
@Path("/kpis")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
public final class KpisResource {

  private final Caller caller;
  private final RoutingQueries routing;

  /** Passes on to the use cases and queries. */
  @Inject
  public KpisResource(Caller caller, RoutingQueries routing) {
    this.caller = caller;
    this.routing = routing;
  }

  /** The figures of the last 24 hours. */
  @GET
  @Operation(summary = "Cost per token, latency per tier, uptime and utilisation")
  public KpisBody read() {
    return KpisBody.of(routing.kpis(caller.actor()));
  }
}
