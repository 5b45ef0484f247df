package io.marketplace.api.once;

import io.marketplace.api.json.Json;
import io.marketplace.api.signin.Caller;
import io.marketplace.model.kernel.RepeatedRequests;
import io.marketplace.model.kernel.RepeatedRequests.Claim;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers a repeated request as it was answered first. What showed a secret cannot be shown again
 * and says so; a request that was refused may be repeated.
 */
@Once
@Provider
@Priority(Priorities.ENTITY_CODER)
@Singleton
public final class OnceFilter implements ContainerRequestFilter, ContainerResponseFilter {

  /** The header that carries the caller's key. */
  public static final String HEADER = "Idempotency-Key";

  private static final Logger LOG = Logger.getLogger(OnceFilter.class.getName());
  private static final String CLAIMED = OnceFilter.class.getName();
  private static final Pattern FORM = Pattern.compile("[!-~]{1,200}");

  // Into the fields: the server makes providers by their constructor without arguments.
  @Inject private RepeatedRequests repeated;
  @Inject private Caller caller;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    @Nullable String key = request.getHeaderString(HEADER);
    if (key == null) {
      return;
    }
    if (!FORM.matcher(key).matches()) {
      throw new MarketplaceException(
          ProblemCode.INVALID_REQUEST,
          HEADER + " must be 1 to 200 visible ASCII characters.",
          HEADER);
    }
    byte[] body = request.getEntityStream().readAllBytes();
    request.setEntityStream(new ByteArrayInputStream(body));
    byte[] hash = RequestHash.of(request.getMethod(), request.getUriInfo().getPath(), body);
    switch (repeated.claim(caller.actor(), key, hash)) {
      case Claim.First first -> request.setProperty(CLAIMED, key);
      case Claim.Answered answered -> request.abortWith(replay(answered));
      case Claim.UnderWay underWay ->
          throw conflict(
              "A request with this key is under way, or its answer was lost: look first.");
      case Claim.Different different ->
          throw conflict("This key was given to another request; choose a new one.");
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(CLAIMED) instanceof String key)) {
      return;
    }
    try {
      if (response.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
        KeptAnswer kept = KeptAnswer.of(response.getEntity());
        repeated.settle(caller.actor(), key, response.getStatus(), kept.text());
      } else {
        repeated.release(caller.actor(), key);
      }
    } catch (RuntimeException e) {
      // The request was carried out: its caller has to learn that, whatever became of the key.
      LOG.log(Level.WARNING, "An idempotency key could not be kept", e);
    }
  }

  private static Response replay(Claim.Answered answered) throws IOException {
    KeptAnswer kept = new KeptAnswer(Json.MAPPER.readTree(answered.answer()));
    if (kept.hidSecret()) {
      throw conflict(
          "This was carried out before ("
              + kept.id()
              + "). Its secret was shown then and cannot be shown again.");
    }
    return Response.status(answered.status())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(kept.json())
        .build();
  }

  private static MarketplaceException conflict(String sentence) {
    return new MarketplaceException(ProblemCode.CONFLICT, sentence);
  }
}
