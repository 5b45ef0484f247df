package io.marketplace.api.tenant;

import io.marketplace.api.json.Created;
import io.marketplace.api.once.Once;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.tenant.ArchiveApplication;
import io.marketplace.model.tenant.CreateApplication;
import io.marketplace.model.tenant.RenameApplication;
import io.marketplace.model.tenant.TenantQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Applications: what access is granted to and keys are issued for. */
@Path("/applications")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "applications")
public final class ApplicationsResource {

  private final Caller caller;
  private final TenantQueries tenants;
  private final CreateApplication create;
  private final RenameApplication rename;
  private final ArchiveApplication archive;

  /** Passes on to the use cases and queries. */
  @Inject
  public ApplicationsResource(
      Caller caller,
      TenantQueries tenants,
      CreateApplication create,
      RenameApplication rename,
      ArchiveApplication archive) {
    this.caller = caller;
    this.tenants = tenants;
    this.create = create;
    this.rename = rename;
    this.archive = archive;
  }

  /** Applications the caller sees. */
  @GET
  @Operation(summary = "List applications")
  public Listing<ApplicationBody> list(
      @BeanParam ApplicationQuery query, @BeanParam Paging paging) {
    return paging.answer(
        tenants.applications(caller.actor(), query.filter(), paging.request()),
        ApplicationBody::of);
  }

  /** One application. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read an application")
  public ApplicationBody read(@PathParam("id") String id) {
    return ApplicationBody.of(tenants.application(caller.actor(), ApplicationId.parse(id)));
  }

  /** Registers an application. */
  @POST
  @Once
  @Operation(summary = "Register an application of a team")
  public Response create(NewApplication told, @Context UriInfo uri) {
    Actor actor = caller.actor();
    ApplicationId id =
        create.create(actor, TeamId.parse(told.teamId()), told.name(), told.description());
    return Created.at(uri, id, ApplicationBody.of(tenants.application(actor, id)));
  }

  /** Renames an application. */
  @PUT
  @Path("{id}")
  @Operation(summary = "Change an application's name and description")
  public ApplicationBody change(@PathParam("id") String id, ApplicationChange told) {
    Actor actor = caller.actor();
    ApplicationId application = ApplicationId.parse(id);
    rename.rename(actor, application, told.name(), told.description());
    return ApplicationBody.of(tenants.application(actor, application));
  }

  /** Puts an application away. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Archive an application: its keys answer no more, its history stays")
  public void archive(@PathParam("id") String id) {
    archive.archive(caller.actor(), ApplicationId.parse(id));
  }
}
