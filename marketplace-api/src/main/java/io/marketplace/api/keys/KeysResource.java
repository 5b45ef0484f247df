package io.marketplace.api.keys;

import io.marketplace.api.json.QueryValues;
import io.marketplace.api.once.Once;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.keys.IssuedKey;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.keys.MintSubKey;
import io.marketplace.model.keys.ResumeKey;
import io.marketplace.model.keys.RevokeKey;
import io.marketplace.model.keys.RotateKey;
import io.marketplace.model.keys.StopOldSecret;
import io.marketplace.model.keys.SuspendKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Keys of all applications the caller sees. */
@Path("/keys")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "keys")
public final class KeysResource {

  private final Caller caller;
  private final KeyQueries keys;
  private final MintSubKey mint;
  private final RotateKey rotate;
  private final StopOldSecret stop;
  private final SuspendKey suspend;
  private final ResumeKey resume;
  private final RevokeKey revoke;

  /** Passes on to the use cases and queries. */
  @Inject
  public KeysResource(
      Caller caller,
      KeyQueries keys,
      MintSubKey mint,
      RotateKey rotate,
      StopOldSecret stop,
      SuspendKey suspend,
      ResumeKey resume,
      RevokeKey revoke) {
    this.caller = caller;
    this.keys = keys;
    this.mint = mint;
    this.rotate = rotate;
    this.stop = stop;
    this.suspend = suspend;
    this.resume = resume;
    this.revoke = revoke;
  }

  /** Keys the caller sees. */
  @GET
  @Operation(summary = "List keys")
  public Listing<KeyBody> list(@BeanParam KeyQuery query, @BeanParam Paging paging) {
    return paging.answer(keys.keys(caller.actor(), query.filter(), paging.request()), KeyBody::of);
  }

  /** One key. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a key")
  public KeyBody read(@PathParam("id") String id) {
    return KeyBody.of(keys.key(caller.actor(), KeyId.parse(id)));
  }

  /** The keys minted from a key. */
  @GET
  @Path("{id}/sub-keys")
  @Operation(summary = "List a key's sub-keys")
  public Listing<KeyBody> subKeys(@PathParam("id") String id, @BeanParam Paging paging) {
    Actor actor = caller.actor();
    KeyId parent = keys.key(actor, KeyId.parse(id)).id();
    return paging.answer(keys.keys(actor, KeyFilter.of(parent), paging.request()), KeyBody::of);
  }

  /** Mints a key from a key. */
  @POST
  @Once
  @Path("{id}/sub-keys")
  @Operation(
      summary = "Mint a sub-key for an agent or customer; its secret is shown in this answer only")
  public Response mint(@PathParam("id") String id, NewSubKey told, @Context UriInfo uri) {
    Actor actor = caller.actor();
    IssuedKey issued = mint.mint(actor, KeyId.parse(id), told.wish());
    KeyBody key = KeyBody.of(keys.key(actor, issued.id()));
    return Response.created(uri.getBaseUriBuilder().path(KeysResource.class).path(key.id()).build())
        .entity(IssuedBody.of(issued, key))
        .build();
  }

  /** Puts a key out of force for a while. */
  @POST
  @Path("{id}/suspend")
  @Operation(summary = "Suspend a key, its sub-keys with it")
  public KeyBody suspend(@PathParam("id") String id, @Nullable Reason told) {
    Actor actor = caller.actor();
    suspend.suspend(actor, KeyId.parse(id), Reason.of(told));
    return read(id);
  }

  /** Puts a suspended key into force again. */
  @POST
  @Path("{id}/resume")
  @Operation(summary = "Resume a suspended key")
  public KeyBody resume(@PathParam("id") String id, @Nullable Reason told) {
    Actor actor = caller.actor();
    resume.resume(actor, KeyId.parse(id), Reason.of(told));
    return read(id);
  }

  /** Gives a key a new secret. */
  @POST
  @Once
  @Path("{id}/rotate")
  @Operation(summary = "Give a key a new secret; the old one works on for the overlap")
  public IssuedBody rotate(@PathParam("id") String id, @Nullable Rotation told) {
    Actor actor = caller.actor();
    IssuedKey issued = rotate.rotate(actor, KeyId.parse(id), Rotation.overlap(told));
    return IssuedBody.of(issued, KeyBody.of(keys.key(actor, issued.id())));
  }

  /** Ends a rotation early. */
  @POST
  @Path("{id}/stop-old-secret")
  @Operation(summary = "Let only the newest secret of a key in rotation work on")
  public KeyBody stopOldSecret(@PathParam("id") String id) {
    stop.stop(caller.actor(), KeyId.parse(id));
    return read(id);
  }

  /** Ends a key. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Revoke a key for good")
  public void revoke(@PathParam("id") String id, @QueryParam("reason") @Nullable String reason) {
    revoke.revoke(caller.actor(), KeyId.parse(id), QueryValues.text(reason).orElse(null));
  }
}
