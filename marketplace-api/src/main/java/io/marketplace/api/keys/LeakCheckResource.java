package io.marketplace.api.keys;

import io.marketplace.api.signin.Caller;
import io.marketplace.model.keys.CheckLeak;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether something that was found is a secret of the marketplace, and of which key. */
@Path("/keys/leak-check")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "keys")
public final class LeakCheckResource {

  private final Caller caller;
  private final CheckLeak check;

  /** Passes on to the use case. */
  @Inject
  public LeakCheckResource(Caller caller, CheckLeak check) {
    this.caller = caller;
    this.check = check;
  }

  /** Looks for secrets. */
  @POST
  @Operation(summary = "Look for leaked secrets in a text; neither is kept")
  public LeakBody check(LeakCheck told) {
    return LeakBody.of(check.check(caller.actor(), told.wanted()));
  }
}
