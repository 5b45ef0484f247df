package io.marketplace.api.routing;

import io.marketplace.api.json.QueryValues;
import io.marketplace.api.once.Once;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.RoutingQueries;
import io.marketplace.model.routing.SetPrice;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Prices of a pool's models, in versions. */
@Path("/pools/{id}/prices")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "providers and pools")
public final class PricesResource {

  private final Caller caller;
  private final RoutingQueries routing;
  private final SetPrice set;

  /** Passes on to the use cases and queries. */
  @Inject
  public PricesResource(Caller caller, RoutingQueries routing, SetPrice set) {
    this.caller = caller;
    this.routing = routing;
    this.set = set;
  }

  /** Versions of a model's price. */
  @GET
  @Operation(summary = "List every version of a model's price, newest first")
  public Listing<PriceBody> list(
      @PathParam("id") String id,
      @QueryParam("model") @Nullable String model,
      @BeanParam Paging paging) {
    String name =
        QueryValues.text(model)
            .orElseThrow(
                () ->
                    new MarketplaceException(
                        ProblemCode.INVALID_REQUEST, "model must name a model.", "model"));
    return paging.answer(
        routing.prices(caller.actor(), PoolId.parse(id), name, paging.request()), PriceBody::of);
  }

  /** Sets a price from now on. */
  @POST
  @Once
  @Operation(summary = "Set a model's price from now on; what was used keeps its price")
  public Response set(@PathParam("id") String id, PriceInput told) {
    PriceBody price =
        PriceBody.of(set.set(caller.actor(), PoolId.parse(id), told.model(), told.form()));
    return Response.status(Response.Status.CREATED).entity(price).build();
  }
}
