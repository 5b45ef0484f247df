package io.marketplace.api.policy;

import io.marketplace.api.json.ExpectedVersion;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.policy.NameSensitivity;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.policy.SensitivityName;
import io.marketplace.model.policy.SensitivityQueries;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
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

/** Sensitivities: four fixed ranks with the enterprise's own names and words. */
@Path("/sensitivities")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "policies")
public final class SensitivitiesResource {

  private final Caller caller;
  private final SensitivityQueries sensitivities;
  private final NameSensitivity naming;

  /** Passes on to the use case and query. */
  @Inject
  public SensitivitiesResource(
      Caller caller, SensitivityQueries sensitivities, NameSensitivity naming) {
    this.caller = caller;
    this.sensitivities = sensitivities;
    this.naming = naming;
  }

  /** All four, in rising order. */
  @GET
  @Operation(summary = "List the sensitivities in rising order, with their names and words")
  public Listing<SensitivityBody> list() {
    return Listing.whole(
        sensitivities.names(caller.actor()).stream().map(SensitivityBody::of).toList());
  }

  /** Names one of them. */
  @PUT
  @Path("{code}")
  @Operation(summary = "Say what a sensitivity is called, and what callers may say for it")
  public Response name(
      @PathParam("code") String code,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      SensitivityInput told) {
    Sensitivity rank =
        Sensitivity.of(code)
            .orElseThrow(
                () ->
                    new MarketplaceException(
                        ProblemCode.NOT_FOUND, "There is no such sensitivity."));
    SensitivityName name =
        naming.name(
            caller.actor(),
            rank,
            told.name(),
            told.meaning(),
            told.said(),
            ExpectedVersion.of(ifMatch, told.version()));
    return Response.ok(SensitivityBody.of(name))
        .tag(new EntityTag(Integer.toString(name.version())))
        .build();
  }
}
