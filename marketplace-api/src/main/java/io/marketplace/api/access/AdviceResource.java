package io.marketplace.api.access;

import io.marketplace.api.signin.Caller;
import io.marketplace.model.access.AdviseAccess;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.access.TermChanges;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cost forecast and policy effects of a request. */
@Path("/access-requests/{id}/advice")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public final class AdviceResource {

  private final Caller caller;
  private final AdviseAccess advise;

  /** Passes on to the use cases and queries. */
  @Inject
  public AdviceResource(Caller caller, AdviseAccess advise) {
    this.caller = caller;
    this.advise = advise;
  }

  /** The advice. */
  @GET
  @Operation(summary = "Forecast the cost and the policy's effects of a request")
  public AdviceBody advise(@PathParam("id") String id) {
    return AdviceBody.of(advise.advise(caller.actor(), RequestId.parse(id), TermChanges.NONE));
  }
}
