package io.marketplace.api.policy;

import io.marketplace.api.json.ExpectedVersion;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.policy.DecidePolicy;
import io.marketplace.model.policy.PolicyQueries;
import io.marketplace.model.policy.PolicyVersion;
import io.marketplace.model.policy.PreviewPolicy;
import io.marketplace.model.policy.PutPolicy;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** Policies: the platform's, and the stricter ones of tenants. */
@Path("/policies")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "policies")
public final class PoliciesResource {

  private final Caller caller;
  private final PolicyQueries policies;
  private final PutPolicy put;
  private final PreviewPolicy preview;
  private final DecidePolicy decide;

  /** Passes on to the use cases and queries. */
  @Inject
  public PoliciesResource(
      Caller caller,
      PolicyQueries policies,
      PutPolicy put,
      PreviewPolicy preview,
      DecidePolicy decide) {
    this.caller = caller;
    this.policies = policies;
    this.put = put;
    this.preview = preview;
    this.decide = decide;
  }

  /** Every version the caller may see. */
  @GET
  @Operation(summary = "List every version of the platform's and the tenants' policies")
  public Listing<PolicyBody> list(@BeanParam Paging paging) {
    return paging.answer(policies.versions(caller.actor(), paging.request()), PolicyBody::of);
  }

  /** The platform's policy in force. */
  @GET
  @Path("platform")
  @Operation(summary = "Read the platform's policy in force")
  public Response platform() {
    return answer(policies.platform(caller.actor()));
  }

  /** A tenant's own policy in force. */
  @GET
  @Path("tenants/{tenantId}")
  @Operation(summary = "Read a tenant's own policy in force")
  public Response ofTenant(@PathParam("tenantId") String tenantId) {
    return policies
        .ofTenant(caller.actor(), TenantId.parse(tenantId))
        .map(PoliciesResource::answer)
        .orElseThrow(
            () ->
                new MarketplaceException(
                    ProblemCode.NOT_FOUND, "The tenant has no policy of its own."));
  }

  /** Writes the platform's policy or, as an approver, the tenant's own. */
  @PUT
  @Operation(
      summary = "Write the platform's policy or, as an approver, one's tenant's stricter one")
  public Response put(@HeaderParam("If-Match") @Nullable String ifMatch, PolicyInput told) {
    Actor actor = caller.actor();
    return answer(
        put.put(actor, told.document(), told.why(), ExpectedVersion.of(ifMatch, told.version())));
  }

  /** Puts an earlier version in force again. */
  @POST
  @Path("rollback")
  @Operation(summary = "Put an earlier version in force again, as a new version")
  public Response rollBack(@HeaderParam("If-Match") @Nullable String ifMatch, RollbackInput told) {
    return answer(
        put.rollBack(
            caller.actor(), told.to(), told.why(), ExpectedVersion.of(ifMatch, told.version())));
  }

  /** What the policy would have done to last week's calls; nothing is changed. */
  @POST
  @Path("preview")
  @Operation(summary = "Show what a policy would have done to last week's calls")
  public PreviewBody preview(PolicyInput told) {
    return PreviewBody.of(preview.preview(caller.actor(), told.document()));
  }

  /** What would become of a call that nobody has made yet. */
  @POST
  @Path("decide")
  @Operation(summary = "Explain which providers would be lawful for a call, and by which rules")
  public DecisionBody decide(DecideInput told) {
    return DecisionBody.of(decide.decide(caller.actor(), told.question()));
  }

  private static Response answer(PolicyVersion policy) {
    return Response.ok(PolicyBody.of(policy))
        .tag(new EntityTag(Integer.toString(policy.version())))
        .build();
  }
}
