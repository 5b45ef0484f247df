package io.marketplace.api.routing;

import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.routing.GpuQueries;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.SetGpuPrice;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an own pool's GPUs cost an hour, in versions. */
@Path("/pools/{id}/gpu-prices")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "providers and pools")
public final class GpuPricesResource {

  private final Caller caller;
  private final GpuQueries gpus;
  private final SetGpuPrice set;

  /** Passes on to the use case and queries. */
  @Inject
  public GpuPricesResource(Caller caller, GpuQueries gpus, SetGpuPrice set) {
    this.caller = caller;
    this.gpus = gpus;
    this.set = set;
  }

  /** Versions of the price. */
  @GET
  @Operation(summary = "List every version of what the pool's GPUs cost, newest first")
  public Listing<GpuPriceBody> list(@PathParam("id") String id, @BeanParam Paging paging) {
    return paging.answer(
        gpus.versions(caller.actor(), PoolId.parse(id), paging.request()), GpuPriceBody::of);
  }

  /** Sets the price from now on. */
  @POST
  @Operation(summary = "Set what the pool's GPUs cost from now on; hours that passed keep theirs")
  public Response set(@PathParam("id") String id, GpuPriceInput told) {
    return Response.status(Response.Status.CREATED)
        .entity(
            GpuPriceBody.of(
                set.set(caller.actor(), PoolId.parse(id), told.gpuHourUsd(), told.gpus())))
        .build();
  }
}
