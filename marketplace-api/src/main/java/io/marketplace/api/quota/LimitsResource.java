package io.marketplace.api.quota;

import io.marketplace.api.json.ExpectedVersion;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.quota.CallLimit;
import io.marketplace.model.quota.LimitId;
import io.marketplace.model.quota.LimitQueries;
import io.marketplace.model.quota.PutLimit;
import io.marketplace.model.quota.RemoveLimit;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Limits on requests, tokens and concurrency, and how urgent calls may be. */
@Path("/limits")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "limits")
public final class LimitsResource {

  private final Caller caller;
  private final LimitQueries limits;
  private final PutLimit put;
  private final RemoveLimit remove;

  /** Passes on to the use cases and queries. */
  @Inject
  public LimitsResource(Caller caller, LimitQueries limits, PutLimit put, RemoveLimit remove) {
    this.caller = caller;
    this.limits = limits;
    this.put = put;
    this.remove = remove;
  }

  /** Limits the caller sees. */
  @GET
  @Operation(summary = "List limits with their use by all gateways")
  public Listing<LimitBody> list(@BeanParam LimitQuery query, @BeanParam Paging paging) {
    return paging.answer(
        limits.limits(caller.actor(), query.filter(), paging.request()), LimitBody::of);
  }

  /** One limit. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a limit with its use")
  public Response read(@PathParam("id") String id) {
    return answer(caller.actor(), LimitId.parse(id));
  }

  /** Sets the limit of a scope and tier. */
  @PUT
  @Operation(
      summary =
          "Limit the calls of a key, application, team or tenant; the platform's limits and the"
              + " tenant's own stand side by side")
  public Response put(@HeaderParam("If-Match") @Nullable String ifMatch, LimitInput told) {
    Actor actor = caller.actor();
    CallLimit limit =
        put.put(
            actor,
            told.scope().read(),
            told.readTier(),
            told.terms(),
            ExpectedVersion.of(ifMatch, told.version()));
    return answer(actor, limit.id());
  }

  /** Ends a limit. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "End a limit")
  public void remove(@PathParam("id") String id) {
    remove.remove(caller.actor(), LimitId.parse(id));
  }

  private Response answer(Actor actor, LimitId id) {
    LimitBody body = LimitBody.of(limits.limit(actor, id));
    return Response.ok(body).tag(new EntityTag(Integer.toString(body.version()))).build();
  }
}
