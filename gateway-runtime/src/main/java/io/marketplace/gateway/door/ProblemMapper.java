package io.marketplace.gateway.door;

import io.marketplace.gateway.problem.ErrorEnvelope;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that goes wrong behind JAX-RS, unknown paths too, in the contract's envelope. */
@Provider
public final class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

  @Override
  public Response toResponse(Throwable thrown) {
    GatewayProblem problem = problem(thrown);
    int status =
        thrown instanceof WebApplicationException web
            ? web.getResponse().getStatus()
            : problem.code().status();
    Response.ResponseBuilder answer =
        Response.status(status)
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(ErrorEnvelope.json(problem));
    problem.headers().forEach(answer::header);
    if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
      answer.header("WWW-Authenticate", "Bearer");
    }
    return answer.build();
  }

  private static GatewayProblem problem(Throwable thrown) {
    if (thrown instanceof GatewayProblem problem) {
      return problem;
    }
    if (thrown instanceof MarketplaceException refused) {
      return GatewayProblem.of(refused);
    }
    if (thrown instanceof WebApplicationException web) {
      int status = web.getResponse().getStatus();
      if (status == Response.Status.NOT_FOUND.getStatusCode()) {
        return new GatewayProblem(
            ProblemCode.NOT_FOUND, "The gateway has nothing at this address.");
      }
      if (status < 500) {
        return GatewayProblem.badRequest("The gateway does not take this request.", null);
      }
    }
    LOG.error("A request met a defect", thrown);
    return new GatewayProblem(ProblemCode.INTERNAL, "The gateway failed.");
  }
}
