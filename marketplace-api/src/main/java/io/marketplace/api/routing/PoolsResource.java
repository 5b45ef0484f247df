package io.marketplace.api.routing;

import io.marketplace.api.json.Created;
import io.marketplace.api.json.ExpectedVersion;
import io.marketplace.api.once.Once;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.routing.ArchivePool;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.RegisterPool;
import io.marketplace.model.routing.RoutingQueries;
import io.marketplace.model.routing.UpdatePool;
import io.marketplace.model.routing.WithdrawModel;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Pools: read by all, written by platform administrators. */
@Path("/pools")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "providers and pools")
public final class PoolsResource {

  private final Caller caller;
  private final RoutingQueries routing;
  private final RegisterPool register;
  private final UpdatePool update;
  private final ArchivePool archive;
  private final WithdrawModel withdraw;

  /** Passes on to the use cases and queries. */
  @Inject
  public PoolsResource(
      Caller caller,
      RoutingQueries routing,
      RegisterPool register,
      UpdatePool update,
      ArchivePool archive,
      WithdrawModel withdraw) {
    this.caller = caller;
    this.routing = routing;
    this.register = register;
    this.update = update;
    this.archive = archive;
    this.withdraw = withdraw;
  }

  /** Pools, by name. */
  @GET
  @Operation(summary = "List pools")
  public Listing<PoolBody> list(@BeanParam Paging paging) {
    return paging.answer(routing.pools(caller.actor(), paging.request()), PoolBody::of);
  }

  /** One pool. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a pool")
  public PoolBody read(@PathParam("id") String id) {
    return PoolBody.of(routing.pool(caller.actor(), PoolId.parse(id)));
  }

  /** Registers a pool. */
  @POST
  @Once
  @Operation(summary = "Register a pool with its models and prices")
  public Response create(PoolInput told, @Context UriInfo uri) {
    PoolBody made = PoolBody.of(register.register(caller.actor(), told.form()));
    return Created.at(uri, made.id(), made);
  }

  /** Changes a pool. */
  @PUT
  @Path("{id}")
  @Operation(summary = "Change a pool; models not named stay, an archived pool serves again")
  public PoolBody change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      PoolInput told) {
    return PoolBody.of(
        update.update(
            caller.actor(),
            PoolId.parse(id),
            told.form(),
            ExpectedVersion.of(ifMatch, told.version())));
  }

  /** Takes a model out of a pool. */
  @DELETE
  @Path("{id}/models/{model: .+}")
  @Operation(summary = "Withdraw a model from a pool; named again in a change, it serves again")
  public PoolBody withdraw(
      @PathParam("id") String id,
      @PathParam("model") String model,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    OptionalInt version = ExpectedVersion.of(ifMatch, null);
    return PoolBody.of(withdraw.withdraw(caller.actor(), PoolId.parse(id), model, version));
  }

  /** Takes a pool out of service. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Archive a pool: no route may place calls there any more")
  public void archive(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    OptionalInt version = ExpectedVersion.of(ifMatch, null);
    archive.archive(caller.actor(), PoolId.parse(id), version);
  }
}
