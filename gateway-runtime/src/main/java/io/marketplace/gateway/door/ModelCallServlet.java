package io.marketplace.gateway.door;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Next;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.metrics.GatewayMeters;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door of one operation that calls a model. An async servlet on a virtual thread a call, which
 * was measured at 1.4 times the throughput of JAX-RS on this server; all else that the gateway
 * answers is JAX-RS.
 */
public final class ModelCallServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ModelCallServlet.class);

  /**
   * What is read and thrown away of a body that there is no room for, so that its sender gets to
   * read the answer.
   */
  private static final long MAX_DRAIN = 64L * 1024 * 1024;

  /** What may be told before the body is read. */
  private static final Set<ProblemCode> UNREAD =
      Set.of(
          ProblemCode.REQUEST_TOO_LARGE,
          ProblemCode.POOL_SATURATED,
          ProblemCode.INVALID_API_KEY,
          ProblemCode.SNAPSHOT_STALE);

  private final transient Operation operation;
  private final transient CallReader reader;
  private final transient Next line;
  private final transient BodyRoom room;
  private final transient GatewayMeters meters;

  public ModelCallServlet(
      Operation operation, CallReader reader, Next line, BodyRoom room, GatewayMeters meters) {
    this.operation = operation;
    this.reader = reader;
    this.line = line;
    this.room = room;
    this.meters = meters;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      AnswerWriter.write(
          GatewayProblem.badRequest("Use POST for " + operation.path() + ".", null), response);
      return;
    }
    AsyncContext async = request.startAsync();
    // The route's limits decide how long a call may take.
    async.setTimeout(0);
    Thread.ofVirtual()
        .name("call")
        .start(
            () -> {
              try {
                answer(request, response);
              } finally {
                async.complete();
              }
            });
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) {
    CallId id = CallId.create();
    response.setHeader("Marketplace-Request-Id", id.toString());
    try (BodyRoom.Part part = room.part()) {
      try {
        GatewayCall call =
            reader.read(
                id,
                operation,
                new RequestHeaders(request),
                request.getInputStream(),
                request.getContentLengthLong(),
                part);
        Answer answer = line.proceed(call);
        AnswerWriter.write(answer, response);
      } catch (GatewayProblem problem) {
        refuse(problem, request, response);
      } catch (MarketplaceException refused) {
        refuse(GatewayProblem.of(refused), request, response);
      } catch (RuntimeException | Error defect) {
        LOG.error("Call {} met a defect", id, defect);
        refuse(new GatewayProblem(ProblemCode.INTERNAL, AnswerWriter.DEFECT), request, response);
      }
    } catch (IOException e) {
      LOG.debug("The client of call {} is gone", id);
    }
  }

  private void refuse(
      GatewayProblem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    meters.error(problem.code().code());
    if (UNREAD.contains(problem.code())) {
      drain(request.getInputStream());
    }
    AnswerWriter.write(problem, response);
  }

  private static void drain(InputStream body) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long drained = 0;
    int count;
    while (drained < MAX_DRAIN && (count = body.read(buffer)) >= 0) {
      drained += count;
    }
  }
}
