package io.marketplace.api.keys;

import io.marketplace.api.once.Once;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.keys.IssueKey;
import io.marketplace.model.keys.IssuedKey;
import io.marketplace.model.keys.KeyFilter;
import io.marketplace.model.keys.KeyQueries;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.TenantQueries;
import io.marketplace.model.tenant.WholeTeam;
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

/** The keys of one team: of all its applications, and those of the team as a whole. */
@Path("/teams/{id}/keys")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "keys")
public final class TeamKeysResource {

  private final Caller caller;
  private final TenantQueries tenants;
  private final KeyQueries keys;
  private final WholeTeam whole;
  private final IssueKey issue;

  /** Passes on to the use cases and queries. */
  @Inject
  public TeamKeysResource(
      Caller caller, TenantQueries tenants, KeyQueries keys, WholeTeam whole, IssueKey issue) {
    this.caller = caller;
    this.tenants = tenants;
    this.keys = keys;
    this.whole = whole;
    this.issue = issue;
  }

  /** The team's keys. */
  @GET
  @Operation(summary = "List a team's keys")
  public Listing<KeyBody> list(@PathParam("id") String id, @BeanParam Paging paging) {
    Actor actor = caller.actor();
    TeamId team = tenants.team(actor, TeamId.parse(id)).id();
    return paging.answer(keys.keys(actor, KeyFilter.of(team), paging.request()), KeyBody::of);
  }

  /** Issues a key of the whole team. */
  @POST
  @Once
  @Operation(
      summary =
          "Issue a key of the whole team, under an application that stands for it; its secret is shown in this answer only")
  public Response issue(@PathParam("id") String id, NewKey told, @Context UriInfo uri) {
    Actor actor = caller.actor();
    ApplicationId application = whole.application(actor, TeamId.parse(id));
    IssuedKey issued = issue(actor, application, told);
    KeyBody key = KeyBody.of(keys.key(actor, issued.id()));
    return Response.created(uri.getBaseUriBuilder().path(KeysResource.class).path(key.id()).build())
        .entity(IssuedBody.of(issued, key))
        .build();
  }

  // The application may have been made just now: whoever lacks the grant must learn what to ask
  // for.
  private IssuedKey issue(Actor actor, ApplicationId application, NewKey told) {
    try {
      return issue.issue(actor, application, told.wish());
    } catch (MarketplaceException refused) {
      if (refused.code() != ProblemCode.TIER_NOT_GRANTED) {
        throw refused;
      }
      throw new MarketplaceException(
          refused.code(),
          refused.sentence() + " The team's application is " + application + ".",
          "tiers");
    }
  }
}
