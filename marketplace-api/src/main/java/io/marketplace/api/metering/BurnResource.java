package io.marketplace.api.metering;

import io.marketplace.api.json.QueryValues;
import io.marketplace.api.paging.Listing;
import io.marketplace.api.paging.Paging;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.metering.UsageDimension;
import io.marketplace.model.metering.UsagePeriod;
import io.marketplace.model.metering.UsageQueries;
import io.marketplace.model.metering.UsageQuery;
import io.marketplace.model.metering.UsageReport;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  private static final int MAX_MINUTES = 24 * 60;
  private static final String DEFAULT_BY = "agent,workflow,customer";

  private final Caller caller;
  private final UsageQueries usage;
  private final Clock clock;

  /** Passes on to the queries. */
  @Inject
  public BurnResource(Caller caller, UsageQueries usage, Clock clock) {
    this.caller = caller;
    this.usage = usage;
    this.clock = clock;
  }

  /** The dearest first. */
  @GET
  @Operation(summary = "Tell which agent, workflow and customer spends most in the last minutes")
  public BurnBody burn(
      @QueryParam("minutes") @Nullable String minutes,
      @QueryParam("by") @Nullable String by,
      @BeanParam Paging paging) {
    Instant to = clock.instant();
    Instant from = to.minus(window(minutes));
    List<UsageDimension> dimensions =
        UsageDimension.parseList("by", QueryValues.text(by).orElse(DEFAULT_BY));
    UsageReport report =
        usage.report(
            caller.actor(),
            new UsageQuery(new UsagePeriod(from, to), dimensions, Map.of()),
            paging.request());
    Listing<GroupBody> page = paging.answer(report.page(), GroupBody::of);
    return BurnBody.of(from, to, report, page.next());
  }

  private static Duration window(@Nullable String minutes) {
    int value = QueryValues.number("minutes", minutes).orElse(DEFAULT_MINUTES);
    if (value < 1 || value > MAX_MINUTES) {
      throw new MarketplaceException(
          ProblemCode.INVALID_REQUEST, "minutes must be 1 to " + MAX_MINUTES + ".", "minutes");
    }
    return Duration.ofMinutes(value);
  }
}
