package io.marketplace.api.tenant;

import io.marketplace.api.json.Created;
import io.marketplace.api.once.Once;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.tenant.CreateTenant;
import io.marketplace.model.tenant.SetApprovalThresholds;
import io.marketplace.model.tenant.TenantQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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

/** Tenants; all but reading the own one is the platform administrators'. */
@Path("/tenants")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "tenants")
public final class TenantsResource {

  private final Caller caller;
  private final TenantQueries tenants;
  private final CreateTenant create;
  private final SetApprovalThresholds setThresholds;

  /** Passes on to the use cases and queries. */
  @Inject
  public TenantsResource(
      Caller caller,
      TenantQueries tenants,
      CreateTenant create,
      SetApprovalThresholds setThresholds) {
    this.caller = caller;
    this.tenants = tenants;
    this.create = create;
    this.setThresholds = setThresholds;
  }

  /** Tenants of the caller's scope. */
  @GET
  @Operation(summary = "List tenants")
  public Listing<TenantBody> list(@BeanParam Paging paging) {
    return paging.answer(tenants.tenants(caller.actor(), paging.request()), TenantBody::of);
  }

  /** One tenant. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a tenant")
  public TenantBody read(@PathParam("id") String id) {
    return TenantBody.of(tenants.tenant(caller.actor(), TenantId.parse(id)));
  }

  /** Adds a tenant. */
  @POST
  @Once
  @Operation(summary = "Add a tenant")
  public Response create(NewTenant told, @Context UriInfo uri) {
    Actor actor = caller.actor();
    TenantId id = create.create(actor, told.slug(), told.name(), told.thresholds());
    return Created.at(uri, id, TenantBody.of(tenants.tenant(actor, id)));
  }

  /** Sets when one approval is not enough. */
  @PUT
  @Path("{id}/second-approval")
  @Operation(summary = "Set from when on requests need a second approval")
  public TenantBody set(@PathParam("id") String id, TenantBody.SecondApproval told) {
    Actor actor = caller.actor();
    TenantId tenant = TenantId.parse(id);
    setThresholds.set(actor, tenant, NewTenant.thresholds(told));
    return TenantBody.of(tenants.tenant(actor, tenant));
  }
}
