package io.marketplace.api.catalogue;

import io.marketplace.api.paging.Listing;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.catalogue.CatalogueQueries;
import io.marketplace.model.catalogue.KnownName;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The names that models bear, for checks that application code holds none of them. */
@Path("/model-names")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalogue")
public final class ModelNamesResource {

  private final Caller caller;
  private final CatalogueQueries catalogue;

  /** Passes on to the queries. */
  @Inject
  public ModelNamesResource(Caller caller, CatalogueQueries catalogue) {
    this.caller = caller;
    this.catalogue = catalogue;
  }

  /** All names; checks ask often, so an answer that did not change is told by its tag alone. */
  @GET
  @Operation(
      summary = "List the names that models bear, each with the alias to use instead",
      description = "Whole, with an entity tag: ask again with If-None-Match.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = NameBody.class)))
  public Response list(@Context Request request) {
    List<KnownName> names = catalogue.names(caller.actor());
    EntityTag tag =
        new EntityTag(
            UUID.nameUUIDFromBytes(names.toString().getBytes(StandardCharsets.UTF_8)).toString());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return unchanged == null
        ? Response.ok(Listing.whole(names.stream().map(NameBody::of).toList())).tag(tag).build()
        : unchanged.build();
  }
}
