package io.marketplace.gateway.door;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.marketplace.gateway.access.AuthorizeTier;
import io.marketplace.gateway.keys.AuthenticateKey;
import io.marketplace.gateway.line.CallHeaders;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.KeyEntry;
import io.marketplace.gateway.snapshot.Route;
import io.marketplace.gateway.snapshot.Snapshot;
import io.marketplace.model.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** {@code GET /v1/models}: the aliases a key may call, in OpenAI's shape. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
public final class ModelsResource {
  private static final JsonFactory JSON = new JsonFactory();

  private final AuthenticateKey keys;
  private final AuthorizeTier tiers;
  private final CallReader reader;

  public ModelsResource(AuthenticateKey keys, AuthorizeTier tiers, CallReader reader) {
    this.keys = keys;
    this.tiers = tiers;
    this.reader = reader;
  }

  @GET
  public String list(@Context HttpServletRequest request) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("object", "list");
      out.writeArrayFieldStart("data");
      for (Route route : open(request)) {
        write(out, route);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    return text.toString();
  }

  @GET
  @Path("{alias}")
  public String one(@Context HttpServletRequest request, @PathParam("alias") String alias)
      throws IOException {
    Route found =
        open(request).stream()
            .filter(route -> route.alias().equals(alias))
            .findFirst()
            .orElseThrow(
                () ->
                    new GatewayProblem(
                        ProblemCode.MODEL_NOT_FOUND,
                        "This key opens no alias of this name.",
                        "model"));
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      write(out, found);
    }
    return text.toString();
  }

  private List<Route> open(HttpServletRequest request) {
    Snapshot snapshot = reader.snapshot();
    CallHeaders headers = new BoundedHeaders(new RequestHeaders(request));
    KeyEntry key = keys.authenticate(headers, snapshot);
    return tiers.open(key, headers, snapshot);
  }

  private static void write(JsonGenerator out, Route route) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", route.alias());
    out.writeStringField("object", "model");
    // OpenAI's clients require the field; an alias has no day of birth.
    out.writeNumberField("created", 0);
    out.writeStringField("owned_by", "marketplace");
    out.writeStringField("tier", route.tier());
    out.writeEndObject();
  }
}
