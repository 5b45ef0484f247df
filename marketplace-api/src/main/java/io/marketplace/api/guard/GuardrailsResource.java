package io.marketplace.api.guard;

import io.marketplace.api.json.ExpectedVersion;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.guard.GuardrailQueries;
import io.marketplace.model.guard.GuardrailVersion;
import io.marketplace.model.guard.PutGuardrails;
import io.marketplace.model.guard.TestGuardrails;
import io.marketplace.model.kernel.TenantId;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Guardrails: the platform's, and what tenants add. */
@Path("/guardrails")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "guardrails")
public final class GuardrailsResource {

  private final Caller caller;
  private final GuardrailQueries guardrails;
  private final PutGuardrails put;
  private final TestGuardrails test;

  /** Passes on to the use cases and queries. */
  @Inject
  public GuardrailsResource(
      Caller caller, GuardrailQueries guardrails, PutGuardrails put, TestGuardrails test) {
    this.caller = caller;
    this.guardrails = guardrails;
    this.put = put;
    this.test = test;
  }

  /** Every version the caller may see. */
  @GET
  @Operation(summary = "List every version of the platform's and the tenants' guardrails")
  public Listing<GuardrailsBody> list(@BeanParam Paging paging) {
    return paging.answer(guardrails.versions(caller.actor(), paging.request()), GuardrailsBody::of);
  }

  /** The platform's guardrails in force. */
  @GET
  @Path("platform")
  @Operation(summary = "Read the platform's guardrails in force")
  public Response platform() {
    return answer(guardrails.platform(caller.actor()), "Nobody has written guardrails yet.");
  }

  /** A tenant's own guardrails in force. */
  @GET
  @Path("tenants/{tenantId}")
  @Operation(summary = "Read a tenant's own guardrails in force")
  public Response ofTenant(@PathParam("tenantId") String tenantId) {
    return answer(
        guardrails.ofTenant(caller.actor(), TenantId.parse(tenantId)),
        "The tenant has no guardrails of its own.");
  }

  /** Writes the platform's guardrails or, as an approver, the tenant's own. */
  @PUT
  @Operation(summary = "Write the platform's guardrails or, as an approver, what one's tenant adds")
  public Response put(@HeaderParam("If-Match") @Nullable String ifMatch, GuardrailsInput told) {
    return answer(
        Optional.of(
            put.put(
                caller.actor(),
                told.read(),
                told.why(),
                ExpectedVersion.of(ifMatch, told.version()))),
        "");
  }

  /** Tries guardrails on a text, which is kept nowhere. */
  @POST
  @Path("test")
  @Operation(summary = "Try guardrails, in force or not, on a text; it is kept nowhere")
  public ScreenResult test(ScreenTest told) {
    return ScreenResult.of(
        test.test(caller.actor(), told.text(), told.of(), told.requestClass(), told.draft()),
        told.text());
  }

  private static Response answer(Optional<GuardrailVersion> version, String none) {
    GuardrailVersion found =
        version.orElseThrow(() -> new MarketplaceException(ProblemCode.NOT_FOUND, none));
    return Response.ok(GuardrailsBody.of(found))
        .tag(new EntityTag(Integer.toString(found.version())))
        .build();
  }
}
