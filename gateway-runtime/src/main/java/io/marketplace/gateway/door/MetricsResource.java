package io.marketplace.gateway.door;

import io.marketplace.gateway.metrics.GatewayMeters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** {@code GET /metrics} for Prometheus; its labels name no tenant. */
@Path("/metrics")
public final class MetricsResource {
  private final GatewayMeters meters;

  public MetricsResource(GatewayMeters meters) {
    this.meters = meters;
  }

  @GET
  @Produces("text/plain; version=0.0.4; charset=utf-8")
  public String scrape() {
    return meters.scrape();
  }
}
