package io.marketplace.api.routing;

import io.marketplace.api.json.QueryValues;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.routing.GpuQueries;
import io.marketplace.model.routing.PoolId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an own pool's hours cost beside what the ledger booked for them. */
@Path("/pools/{id}/gpu-hours")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "providers and pools")
public final class GpuHoursResource {

  private static final Duration A_DAY = Duration.ofDays(1);

  private final Caller caller;
  private final GpuQueries gpus;
  private final Clock clock;

  /** Passes on to the queries. */
  @Inject
  public GpuHoursResource(Caller caller, GpuQueries gpus, Clock clock) {
    this.caller = caller;
    this.gpus = gpus;
    this.clock = clock;
  }

  /** All hours of a period; at most 31 days of them. */
  public record Hours(List<PoolHourBody> items) {}

  /** The hours of a period, a day if none is named. */
  @GET
  @Operation(summary = "Compare what the pool's GPUs cost each hour with what the ledger booked")
  public Hours hours(
      @PathParam("id") String id,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    Instant end = QueryValues.time("to", to).orElseGet(clock::instant);
    Instant begin = QueryValues.time("from", from).orElseGet(() -> end.minus(A_DAY));
    return new Hours(
        gpus.hours(caller.actor(), PoolId.parse(id), begin, end).stream()
            .map(PoolHourBody::of)
            .toList());
  }
}
