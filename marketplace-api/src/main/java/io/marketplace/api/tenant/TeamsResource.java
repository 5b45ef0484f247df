package io.marketplace.api.tenant;

import io.marketplace.api.json.Created;
import io.marketplace.api.once.Once;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.tenant.CreateTeam;
import io.marketplace.model.tenant.TenantQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Teams. */
@Path("/teams")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "tenants")
public final class TeamsResource {

  private final Caller caller;
  private final TenantQueries tenants;
  private final CreateTeam create;

  /** Passes on to the use cases and queries. */
  @Inject
  public TeamsResource(Caller caller, TenantQueries tenants, CreateTeam create) {
    this.caller = caller;
    this.tenants = tenants;
    this.create = create;
  }

  /** Teams the caller sees. */
  @GET
  @Operation(summary = "List teams")
  public Listing<TeamBody> list(@BeanParam Paging paging) {
    return paging.answer(tenants.teams(caller.actor(), paging.request()), TeamBody::of);
  }

  /** One team. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a team")
  public TeamBody read(@PathParam("id") String id) {
    return TeamBody.of(tenants.team(caller.actor(), TeamId.parse(id)));
  }

  /** Adds a team. */
  @POST
  @Once
  @Operation(summary = "Add a team")
  public Response create(NewTeam told, @Context UriInfo uri) {
    Actor actor = caller.actor();
    TeamId id = create.create(actor, TenantId.parse(told.tenantId()), told.slug(), told.name());
    return Created.at(uri, id, TeamBody.of(tenants.team(actor, id)));
  }
}
