package io.marketplace.gateway.door;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BooleanSupplier;

/**
 * {@code /health/{started,ready,live}} in the wire format of MicroProfile Health 4.0. Written here
 * because the server's own implementation would bring CDI onto the data path for the sake of one
 * check.
 */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
  private final BooleanSupplier ready;
  private final BooleanSupplier live;

  /**
   * Answers by two conditions.
   *
   * @param ready there is a usable configuration
   * @param live the threads that a gateway cannot do without are running
   */
  public HealthResource(BooleanSupplier ready, BooleanSupplier live) {
    this.ready = ready;
    this.live = live;
  }

  @GET
  public Response all() {
    return answer("gateway", ready.getAsBoolean() && live.getAsBoolean());
  }

  /** Up as soon as anybody can ask. */
  @GET
  @Path("started")
  public Response started() {
    return answer("started", true);
  }

  @GET
  @Path("ready")
  public Response ready() {
    return answer("configuration", ready.getAsBoolean());
  }

  @GET
  @Path("live")
  public Response live() {
    return answer("threads", live.getAsBoolean());
  }

  private static Response answer(String check, boolean up) {
    String word = up ? "UP" : "DOWN";
    return Response.status(up ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
        .entity(
            "{\"status\":\"%s\",\"checks\":[{\"name\":\"%s\",\"status\":\"%s\",\"data\":{}}]}"
                .formatted(word, check, word))
        .build();
  }
}
