package io.marketplace.api.quota;

import io.marketplace.api.json.QueryValues;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.SetWebhook;
import io.marketplace.model.quota.TestWebhook;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where tenants are told of their budgets' signals. */
@Path("/webhooks")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "budgets")
public final class WebhooksResource {

  private final Caller caller;
  private final SetWebhook webhooks;
  private final TestWebhook tests;

  /** Passes on to the use cases. */
  @Inject
  public WebhooksResource(Caller caller, SetWebhook webhooks, TestWebhook tests) {
    this.caller = caller;
    this.webhooks = webhooks;
    this.tests = tests;
  }

  /** The tenant's webhook. */
  @GET
  @Operation(summary = "Read where the tenant is told of budget signals")
  public WebhookBody read(@QueryParam("tenantId") @Nullable String tenantId) {
    return webhooks
        .read(caller.actor(), tenant(tenantId))
        .map(webhook -> WebhookBody.of(webhook, Optional.empty()))
        .orElseThrow(
            () -> new MarketplaceException(ProblemCode.NOT_FOUND, "The tenant has no webhook."));
  }

  /** Sets it. */
  @PUT
  @Operation(summary = "Say where the tenant is told of budget signals; a secret is shown once")
  public WebhookBody put(WebhookInput told) {
    SetWebhook.SetUp done =
        webhooks.set(
            caller.actor(), told.tenant(), told.url(), Boolean.TRUE.equals(told.newSecret()));
    return WebhookBody.of(done.webhook(), done.secret());
  }

  /** Sends a test. */
  @POST
  @Path("test")
  @Operation(summary = "Call the webhook once with a body of type webhook.test, and say what came")
  public WebhookTestBody test(@QueryParam("tenantId") @Nullable String tenantId) {
    return WebhookTestBody.of(tests.send(caller.actor(), tenant(tenantId)));
  }

  /** What was told. */
  @GET
  @Path("deliveries")
  @Operation(summary = "List what the webhook was told and is to be told, newest first")
  public Listing<DeliveryBody> deliveries(
      @QueryParam("tenantId") @Nullable String tenantId, @BeanParam Paging paging) {
    return paging.answer(
        webhooks.deliveries(caller.actor(), tenant(tenantId), paging.request()), DeliveryBody::of);
  }

  /** Forgets it. */
  @DELETE
  @Operation(summary = "Tell the tenant no more")
  public void remove(@QueryParam("tenantId") @Nullable String tenantId) {
    webhooks.remove(caller.actor(), tenant(tenantId));
  }

  private static Optional<TenantId> tenant(@Nullable String tenantId) {
    return QueryValues.text(tenantId).map(TenantId::parse);
  }
}
