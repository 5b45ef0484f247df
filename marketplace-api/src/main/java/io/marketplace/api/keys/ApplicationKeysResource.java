package io.marketplace.api.keys;

import io.marketplace.api.once.Once;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.keys.IssueKey;
import io.marketplace.model.keys.IssuedKey;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyQueries;
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

/** The keys of one application. */
@Path("/applications/{id}/keys")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "keys")
public final class ApplicationKeysResource {

  private final Caller caller;
  private final TenantQueries tenants;
  private final KeyQueries keys;
  private final IssueKey issue;

  /** Passes on to the use cases and queries. */
  @Inject
  public ApplicationKeysResource(
      Caller caller, TenantQueries tenants, KeyQueries keys, IssueKey issue) {
    this.caller = caller;
    this.tenants = tenants;
    this.keys = keys;
    this.issue = issue;
  }

  /** The application's keys. */
  @GET
  @Operation(summary = "List an application's keys")
  public Listing<KeyBody> list(@PathParam("id") String id, @BeanParam Paging paging) {
    Actor actor = caller.actor();
    ApplicationId application = tenants.application(actor, ApplicationId.parse(id)).id();
    return paging.answer(
        keys.keys(actor, KeyFilter.of(application), paging.request()), KeyBody::of);
  }

  /** Issues a key. */
  @POST
  @Once
  @Operation(summary = "Issue a key; its secret is shown in this answer only")
  public Response issue(@PathParam("id") String id, NewKey told, @Context UriInfo uri) {
    Actor actor = caller.actor();
    IssuedKey issued = issue.issue(actor, ApplicationId.parse(id), told.wish());
    KeyBody key = KeyBody.of(keys.key(actor, issued.id()));
    return Response.created(uri.getBaseUriBuilder().path(KeysResource.class).path(key.id()).build())
        .entity(IssuedBody.of(issued, key))
        .build();
  }
}
