package io.marketplace.api.keys;

import io.marketplace.api.signin.Caller;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.keys.RevokeKeys;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many keys ended at once. */
@Path("/keys/revoke")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "keys")
public final class RevocationsResource {

  private final Caller caller;
  private final RevokeKeys revoke;

  /** Passes on to the use case. */
  @Inject
  public RevocationsResource(Caller caller, RevokeKeys revoke) {
    this.caller = caller;
    this.revoke = revoke;
  }

  /** Looks, or ends what was looked at. */
  @POST
  @Operation(
      summary =
          "Revoke all keys that a filter finds: first a dry run, then the same with its token")
  public RevocationBody revoke(Revocation told) {
    Actor actor = caller.actor();
    if (told.isDryRun()) {
      return RevocationBody.of(revoke.look(actor, told.wanted()));
    }
    if (told.token() == null) {
      throw Input.invalid("token", "token is missing: make a dry run first and send its token.");
    }
    return RevocationBody.of(revoke.revoke(actor, told.wanted(), told.token(), told.reason()));
  }
}
