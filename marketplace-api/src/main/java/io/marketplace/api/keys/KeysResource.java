package io.marketplace.api.keys;

import io.marketplace.api.json.QueryValues;
import io.marketplace.api.once.Once;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.keys.IssuedKey;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.keys.RevokeKey;
import io.marketplace.model.keys.RotateKey;
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
import jakarta.ws.rs.core.MediaType;
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
  private final RotateKey rotate;
  private final RevokeKey revoke;

  /** Passes on to the use cases and queries. */
  @Inject
  public KeysResource(Caller caller, KeyQueries keys, RotateKey rotate, RevokeKey revoke) {
    this.caller = caller;
    this.keys = keys;
    this.rotate = rotate;
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

  /** Ends a key. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Revoke a key for good")
  public void revoke(@PathParam("id") String id, @QueryParam("reason") @Nullable String reason) {
    revoke.revoke(caller.actor(), KeyId.parse(id), QueryValues.text(reason).orElse(null));
  }
}
