package io.marketplace.api.catalogue;

import io.marketplace.api.json.QueryValues;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.catalogue.CatalogueQueries;
import io.marketplace.model.catalogue.SaveCard;
import io.marketplace.model.kernel.Actor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The cards of models. */
@Path("/models")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "catalogue")
public final class ModelsResource {

  private final Caller caller;
  private final CatalogueQueries catalogue;
  private final SaveCard save;

  /** Passes on to the use cases and queries. */
  @Inject
  public ModelsResource(Caller caller, CatalogueQueries catalogue, SaveCard save) {
    this.caller = caller;
    this.catalogue = catalogue;
    this.save = save;
  }

  /** Cards that match. */
  @GET
  @Operation(
      summary = "List model cards by tier, modality, licence, context, region, access, words")
  public Listing<CardBody> list(@BeanParam CardQuery query, @BeanParam Paging paging) {
    return paging.answer(
        catalogue.cards(caller.actor(), query.filter(), paging.request()).page(), CardBody::of);
  }

  /** Cards side by side. */
  @GET
  @Path("compare")
  @Operation(summary = "Compare one to four models, named by id")
  public Listing<CardBody> compare(@QueryParam("id") List<String> ids) {
    List<CardSlug> slugs = List.copyOf(QueryValues.several(ids, CardSlug::parse));
    return Listing.whole(
        catalogue.compare(caller.actor(), slugs).stream().map(CardBody::of).toList());
  }

  /** Cards by their published figures. */
  @GET
  @Path("leaderboard")
  @Operation(
      summary = "List the model cards with published figures, the highest of one benchmark first",
      description =
          "Filters as in the list; benchmark names the one to order by, else the most published.")
  public Listing<CardBody> leaderboard(
      @BeanParam CardQuery query,
      @QueryParam("benchmark") @Nullable String benchmark,
      @BeanParam Paging paging) {
    return paging.answer(
        catalogue
            .leaderboard(
                caller.actor(), query.filter(), QueryValues.text(benchmark), paging.request())
            .page(),
        CardBody::of);
  }

  /** One card. */
  @GET
  @Path("{id}")
  @Operation(summary = "Read a model card")
  public CardBody read(@PathParam("id") String id) {
    return CardBody.of(catalogue.card(caller.actor(), CardSlug.parse(id)));
  }

  /** Writes a card. */
  @PUT
  @Path("{id}")
  @Operation(summary = "Add or replace a model card")
  public CardBody save(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      CardForm told) {
    Actor actor = caller.actor();
    CardSlug slug = CardSlug.parse("id", id);
    save.save(actor, told.card(slug, ifMatch));
    return CardBody.of(catalogue.card(actor, slug));
  }
}
