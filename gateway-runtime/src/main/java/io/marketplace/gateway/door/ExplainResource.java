package io.marketplace.gateway.door;

import io.marketplace.gateway.audit.ExplainCall;
import io.marketplace.gateway.keys.AuthenticateKey;
import io.marketplace.gateway.keys.CheckSource;
import io.marketplace.gateway.line.CallHeaders;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.KeyEntry;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/**
 * {@code GET /v1/requests/{id}/explain}: why a call went the way it went, for the application that
 * made it.
 */
@Path("/v1/requests/{id}/explain")
@Produces(MediaType.APPLICATION_JSON)
public final class ExplainResource {
  private final AuthenticateKey keys;
  private final CheckSource source;
  private final ExplainCall calls;
  private final CallReader reader;

  public ExplainResource(
      AuthenticateKey keys, CheckSource source, ExplainCall calls, CallReader reader) {
    this.keys = keys;
    this.source = source;
    this.calls = calls;
    this.reader = reader;
  }

  @GET
  public String explain(@Context HttpServletRequest request, @PathParam("id") String id) {
    CallHeaders headers = new BoundedHeaders(new RequestHeaders(request));
    KeyEntry key = keys.authenticate(headers, reader.snapshot());
    source.require(key, headers);
    return calls
        .find(key.owner(), CallId.parse(id))
        .orElseThrow(
            () ->
                new GatewayProblem(
                    ProblemCode.NOT_FOUND, "This application made no request of this identifier."));
  }
}
