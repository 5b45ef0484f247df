package io.marketplace.api.tenant;

import io.marketplace.api.signin.Caller;
import io.marketplace.model.kernel.Actor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who the caller is to the marketplace. */
@Path("/me")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "tenants")
public final class MeResource {

  private final Caller caller;

  /** Passes on to the use cases and queries. */
  @Inject
  public MeResource(Caller caller) {
    this.caller = caller;
  }

  /** The caller. */
  @GET
  @Operation(summary = "Who I am, my tenant, my teams and my roles")
  public MeBody me() {
    Actor actor = caller.actor();
    return MeBody.of(actor);
  }
}
