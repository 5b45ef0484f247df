package io.marketplace.api.metering;

import io.marketplace.api.json.ExpectedVersion;
import io.marketplace.api.json.QueryValues;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.Retention;
import io.marketplace.model.metering.RetentionDays;
import io.marketplace.model.metering.RetentionQueries;
import io.marketplace.model.metering.SetRetention;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How long tenants' calls stay in the ledger one by one. */
@Path("/retention")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "usage")
public final class RetentionResource {

  private final Caller caller;
  private final RetentionQueries retentions;
  private final SetRetention setting;

  /** Passes on to the use case and queries. */
  @Inject
  public RetentionResource(Caller caller, RetentionQueries retentions, SetRetention setting) {
    this.caller = caller;
    this.retentions = retentions;
    this.setting = setting;
  }

  /** Of the tenants the caller sees. */
  @GET
  @Operation(summary = "Tell how long calls stay in the ledger, and what was removed last")
  public Listing<RetentionBody> list(@BeanParam Paging paging) {
    return paging.answer(
        retentions.retentions(caller.actor(), paging.request()), RetentionBody::of);
  }

  /** What would go. */
  @GET
  @Path("preview")
  @Operation(summary = "Tell what would be removed if calls stayed so many days; changes nothing")
  public RetentionPreviewBody preview(
      @QueryParam("days") @Nullable String days,
      @QueryParam("tenantId") @Nullable String tenantId) {
    Actor actor = caller.actor();
    int asked =
        QueryValues.number("days", days)
            .orElseThrow(() -> Input.invalid("days", "days must say how long."));
    TenantId tenant = whose(actor, QueryValues.text(tenantId).map(TenantId::parse));
    return RetentionPreviewBody.of(retentions.preview(actor, tenant, new RetentionDays(asked)));
  }

  /** Sets it. */
  @PUT
  @Operation(summary = "Say how long a tenant's calls stay; hourly sums stay for ever")
  public Response put(@HeaderParam("If-Match") @Nullable String ifMatch, RetentionInput told) {
    Actor actor = caller.actor();
    Retention set =
        setting.set(
            actor,
            whose(actor, told.tenant()),
            told.kept(),
            ExpectedVersion.of(ifMatch, told.version()));
    RetentionBody body = RetentionBody.of(retentions.retention(actor, set.tenant()));
    return Response.ok(body).tag(new EntityTag(Integer.toString(body.version()))).build();
  }

  private static TenantId whose(Actor actor, Optional<TenantId> tenant) {
    return tenant
        .or(actor::tenant)
        .orElseThrow(() -> Input.invalid("tenantId", "tenantId must say whose."));
  }
}
