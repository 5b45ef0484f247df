package io.marketplace.api.routing;

import io.marketplace.api.json.ExpectedVersion;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.Alias;
import io.marketplace.model.routing.PutRoute;
import io.marketplace.model.routing.RemoveRoute;
import io.marketplace.model.routing.Route;
import io.marketplace.model.routing.RoutingQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Routes: the platform's, written by its administrators, and a tenant's own, by its approvers. */
@Path("/routes")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "routes")
public final class RoutesResource {

  private final Caller caller;
  private final RoutingQueries routing;
  private final PutRoute put;
  private final RemoveRoute remove;

  /** Passes on to the use cases and queries. */
  @Inject
  public RoutesResource(Caller caller, RoutingQueries routing, PutRoute put, RemoveRoute remove) {
    this.caller = caller;
    this.routing = routing;
    this.put = put;
    this.remove = remove;
  }

  /** The routes in force for the caller's tenant. */
  @GET
  @Operation(summary = "List the routes in force")
  public Listing<RouteView> list(@BeanParam Paging paging) {
    return paging.answer(routing.routes(caller.actor(), paging.request()), RouteView::of);
  }

  /** The route in force for the caller's tenant. */
  @GET
  @Path("{alias}")
  @Operation(summary = "Read the route in force of an alias")
  public Response read(@PathParam("alias") String alias) {
    return answer(routing.route(caller.actor(), known(alias)));
  }

  /** Every version of an alias's route. */
  @GET
  @Path("{alias}/versions")
  @Operation(summary = "List every version of an alias's route, newest first")
  public Listing<RouteView> versions(@PathParam("alias") String alias, @BeanParam Paging paging) {
    return paging.answer(
        routing.versions(caller.actor(), known(alias), paging.request()), RouteView::of);
  }

  /** Says where an alias's calls go. */
  @PUT
  @Path("{alias}")
  @Operation(summary = "Write a route: the platform's or, as an approver, one's tenant's own")
  public Response put(
      @PathParam("alias") String alias,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      RouteInput told) {
    return answer(
        put.put(
            caller.actor(),
            Alias.parse("alias", alias),
            told.opensWith(),
            told.body(),
            ExpectedVersion.of(ifMatch, told.version())));
  }

  /** Takes a route away. */
  @DELETE
  @Path("{alias}")
  @Operation(
      summary =
          "Remove a route: a tenant's own gives way to the platform's, without that the alias is unknown")
  public void remove(
      @PathParam("alias") String alias, @HeaderParam("If-Match") @Nullable String ifMatch) {
    OptionalInt version = ExpectedVersion.of(ifMatch, null);
    remove.remove(caller.actor(), known(alias), version);
  }

  private static Response answer(Route route) {
    return Response.ok(RouteView.of(route))
        .tag(new EntityTag(Integer.toString(route.version())))
        .build();
  }

  // What cannot be an alias is as unknown as one that nobody wrote.
  private static Alias known(String text) {
    try {
      return Alias.parse("alias", text);
    } catch (MarketplaceException e) {
      throw new MarketplaceException(ProblemCode.MODEL_NOT_FOUND, "There is no such alias.");
    }
  }
}
