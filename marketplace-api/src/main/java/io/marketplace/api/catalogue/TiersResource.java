package io.marketplace.api.catalogue;

import io.marketplace.api.paging.Listing;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.catalogue.CatalogueQueries;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The six tiers. */
@Path("/tiers")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "catalogue")
public final class TiersResource {

  private final Caller caller;
  private final CatalogueQueries catalogue;

  /** Passes on to the use cases and queries. */
  @Inject
  public TiersResource(Caller caller, CatalogueQueries catalogue) {
    this.caller = caller;
    this.catalogue = catalogue;
  }

  /** The tiers in their order. */
  @GET
  @Operation(summary = "List the six tiers")
  public Listing<TierBody> list() {
    return Listing.whole(catalogue.tiers(caller.actor()).stream().map(TierBody::of).toList());
  }

  /** One tier. */
  @GET
  @Path("{tier}")
  @Operation(summary = "Read a tier")
  public TierBody read(@PathParam("tier") String tier) {
    return catalogue.tiers(caller.actor()).stream()
        .filter(view -> view.tier().code().equals(tier))
        .findFirst()
        .map(TierBody::of)
        .orElseThrow(
            () -> new MarketplaceException(ProblemCode.NOT_FOUND, "There is no such tier."));
  }
}
