package io.marketplace.api.access;

import io.marketplace.api.json.Created;
import io.marketplace.api.once.Once;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.access.AccessQueries;
import io.marketplace.model.access.DraftRequest;
import io.marketplace.model.access.RequestAccess;
import io.marketplace.model.access.RequestId;
import io.marketplace.model.access.RequestOutcome;
import io.marketplace.model.access.SaveDraft;
import io.marketplace.model.access.SubmitDraft;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
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

/** Requests for access: asked by developers. */
@Path("/access-requests")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public final class RequestsResource {

  private final Caller caller;
  private final AccessQueries access;
  private final RequestAccess ask;
  private final DraftRequest draft;
  private final SaveDraft save;
  private final SubmitDraft submit;

  /** Passes on to the use cases and queries. */
  @Inject
  public RequestsResource(
      Caller caller,
      AccessQueries access,
      RequestAccess ask,
      DraftRequest draft,
      SaveDraft save,
      SubmitDraft submit) {
    this.caller = caller;
    this.access = access;
    this.ask = ask;
    this.draft = draft;
    this.save = save;
    this.submit = submit;
  }

  /** Requests the caller sees. */
  @GET
  @Operation(summary = "List access requests")
  public Listing<RequestBody> list(@BeanParam RequestQuery query, @BeanParam Paging paging) {
    return paging.answer(
        access.requests(caller.actor(), query.filter(), paging.request()), RequestBody::of);
  }

  /** One request. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read an access request with its history")
  public RequestBody read(@PathParam("id") String id) {
    return RequestBody.of(access.request(caller.actor(), RequestId.parse(id)));
  }

  /** Asks for access, or keeps a draft of it. */
  @POST
  @Once
  @Operation(summary = "Ask for access to a tier")
  public Response ask(NewRequest told, @Context UriInfo uri) {
    Actor actor = caller.actor();
    ApplicationId application = ApplicationId.parse(told.applicationId());
    RequestOutcome outcome =
        told.isDraft()
            ? draft.draft(actor, application, told.terms())
            : ask.request(actor, application, told.terms());
    return Created.at(uri, outcome.id(), Standing.of(outcome));
  }

  /** Replaces a draft's terms. */
  @PUT
  @Path("{id}")
  @Operation(summary = "Change a draft")
  public Standing save(@PathParam("id") String id, DraftTerms told) {
    return Standing.of(save.save(caller.actor(), RequestId.parse(id), told.terms()));
  }

  /** Asks for what a draft says. */
  @POST
  @Path("{id}/submit")
  @Operation(summary = "Ask for what a draft says")
  public Standing submit(@PathParam("id") String id) {
    return Standing.of(submit.submit(caller.actor(), RequestId.parse(id)));
  }
}
