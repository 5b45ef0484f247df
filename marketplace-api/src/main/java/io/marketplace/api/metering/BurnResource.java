package io.marketplace.api.metering;

import io.marketplace.api.json.QueryValues;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.metering.Burn;
import io.marketplace.model.metering.BurnNow;
import io.marketplace.model.metering.Burner;
import io.marketplace.model.metering.UsageDimension;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which agent, workflow and customer is burning money now. */
@Path("/usage/burn")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "usage")
public final class BurnResource {

  private static final int DEFAULT_MINUTES = 15;
  private static final String DEFAULT_BY = "agent,workflow,customer";

  private final Caller caller;
  private final BurnNow burning;

  /** Passes on to the use case. */
  @Inject
  public BurnResource(Caller caller, BurnNow burning) {
    this.caller = caller;
    this.burning = burning;
  }

  /** The dearest first. */
  @GET
  @Operation(summary = "Tell which agent, workflow and customer spends most in the last minutes")
  public BurnBody burn(
      @QueryParam("minutes") @Nullable String minutes,
      @QueryParam("by") @Nullable String by,
      @BeanParam Paging paging) {
    Burn burn =
        burning.read(
            caller.actor(),
            QueryValues.number("minutes", minutes).orElse(DEFAULT_MINUTES),
            UsageDimension.parseList("by", QueryValues.text(by).orElse(DEFAULT_BY)),
            paging.request());
    return BurnBody.of(burn, paging.answer(burn.page(), Burner::usage).next());
  }
}
