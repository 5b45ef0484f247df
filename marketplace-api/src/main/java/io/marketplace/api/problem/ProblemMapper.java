package io.marketplace.api.problem;

import io.marketplace.model.kernel.Ids;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one mapper: whatever fails leaves as a problem document. What nobody foresaw is logged under
 * an incident number, and the caller learns that number alone.
 */
@Provider
public final class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof WebApplicationException made
        && made.getResponse().getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
      return made.getResponse(); // such as the answer to OPTIONS
    }
    Optional<Problem> known = Diagnosis.of(failure);
    Problem problem = known.orElseGet(() -> unforeseen(failure));
    Response.ResponseBuilder answer =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"marketplace\"");
    }
    if (failure instanceof WebApplicationException refusal) {
      String allow = refusal.getResponse().getHeaderString(HttpHeaders.ALLOW);
      if (allow != null) {
        answer.header(HttpHeaders.ALLOW, allow);
      }
    }
    return answer.build();
  }

  private static Problem unforeseen(Throwable failure) {
    String incident = Ids.next().toString();
    LOG.log(Level.SEVERE, failure, () -> "Incident " + incident);
    return Problem.incident(incident);
  }
}
