package io.marketplace.api.access;

import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.access.AccessQueries;
import io.marketplace.model.access.GrantId;
import io.marketplace.model.access.RecertifyGrant;
import io.marketplace.model.access.ResumeGrant;
import io.marketplace.model.access.RevokeGrant;
import io.marketplace.model.access.SuspendGrant;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Grants: what applications may call, within which budget. */
@Path("/grants")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public final class GrantsResource {

  private final Caller caller;
  private final AccessQueries access;
  private final SuspendGrant suspend;
  private final ResumeGrant resume;
  private final RevokeGrant revoke;
  private final RecertifyGrant recertify;

  /** Passes on to the use cases and queries. */
  @Inject
  public GrantsResource(
      Caller caller,
      AccessQueries access,
      SuspendGrant suspend,
      ResumeGrant resume,
      RevokeGrant revoke,
      RecertifyGrant recertify) {
    this.caller = caller;
    this.access = access;
    this.suspend = suspend;
    this.resume = resume;
    this.revoke = revoke;
    this.recertify = recertify;
  }

  /** Grants the caller sees. */
  @GET
  @Operation(summary = "List grants")
  public Listing<GrantBody> list(@BeanParam GrantQuery query, @BeanParam Paging paging) {
    return paging.answer(
        access.grants(caller.actor(), query.filter(), paging.request()), GrantBody::of);
  }

  /** One grant. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a grant")
  public GrantBody read(@PathParam("id") String id) {
    return GrantBody.of(access.grant(caller.actor(), GrantId.parse(id)));
  }

  /** Puts a grant out of force for a while. */
  @POST
  @Path("{id}/suspend")
  @Operation(summary = "Suspend a grant")
  public Standing suspend(@PathParam("id") String id, @Nullable Step told) {
    return Standing.of(suspend.suspend(caller.actor(), GrantId.parse(id), Step.of(told).reason()));
  }

  /** Puts a suspended grant into force again. */
  @POST
  @Path("{id}/resume")
  @Operation(summary = "Resume a suspended grant")
  public Standing resume(@PathParam("id") String id, @Nullable Step told) {
    return Standing.of(resume.resume(caller.actor(), GrantId.parse(id), Step.of(told).reason()));
  }

  /** Ends a grant. */
  @POST
  @Path("{id}/revoke")
  @Operation(summary = "Revoke a grant for good, with the reason")
  public Standing revoke(@PathParam("id") String id, @Nullable Step told) {
    return Standing.of(revoke.revoke(caller.actor(), GrantId.parse(id), Step.of(told).reason()));
  }

  /** Confirms that a grant is still needed. */
  @POST
  @Path("{id}/recertify")
  @Operation(summary = "Confirm that a grant is still needed, and until when")
  public Standing recertify(@PathParam("id") String id, Recertification told) {
    return Standing.of(recertify.recertify(caller.actor(), GrantId.parse(id), told.until()));
  }
}
