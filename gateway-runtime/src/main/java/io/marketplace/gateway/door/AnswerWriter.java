package io.marketplace.gateway.door;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.problem.ErrorEnvelope;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.model.problem.ProblemCode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes answers and problems. */
final class AnswerWriter {
  /** What a caller is told of a defect. */
  static final String DEFECT = "The gateway failed. Quote the request id when you report it.";

  private static final int BUFFER = 16 * 1024;

  private AnswerWriter() {}

  /**
   * Writes an answer; a stream chunk by chunk as it comes.
   *
   * @throws GatewayProblem when a stream breaks before anything of it was sent
   * @throws IOException when the client is gone; the stream has been closed
   */
  static void write(Answer answer, HttpServletResponse response) throws IOException {
    InputStream stream = answer.stream();
    if (stream == null) {
      head(answer, response);
      whole(answer.bytes(), response);
      return;
    }
    try (stream) {
      head(answer, response);
      response.setHeader("Cache-Control", "no-store");
      // nginx in front would otherwise collect the events before it sends them.
      response.setHeader("X-Accel-Buffering", "no");
      copy(stream, response.getOutputStream());
    }
  }

  private static void head(Answer answer, HttpServletResponse response) {
    response.setStatus(answer.status());
    response.setContentType(answer.contentType());
    answer.headers().forEach(response::setHeader);
  }

  private static void copy(InputStream stream, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    boolean first = true;
    try {
      int count;
      while ((count = stream.read(buffer)) >= 0) {
        out.write(buffer, 0, count);
        out.flush();
        if (first) {
          // Open Liberty ignores the first flush of a response, which would hold the first chunk
          // back for its whole gap.
          out.flush();
          first = false;
        }
      }
    } catch (GatewayProblem broken) {
      if (first) {
        // Nothing was sent: the status can still say it.
        throw broken;
      }
      out.write(ErrorEnvelope.event(broken));
      out.flush();
    } catch (RuntimeException | Error defect) {
      if (!first) {
        out.write(ErrorEnvelope.event(new GatewayProblem(ProblemCode.INTERNAL, DEFECT)));
        out.flush();
      }
      throw defect;
    }
  }

  /** Writes a refusal or failure, unless an answer has begun. */
  static void write(GatewayProblem problem, HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(problem.code().status());
    response.setContentType("application/json");
    if (problem.code().status() == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    problem.headers().forEach(response::setHeader);
    whole(ErrorEnvelope.json(problem), response);
  }

  /** Closed here, so that this thread sends it and not one of the server's when the call ends. */
  private static void whole(byte[] body, HttpServletResponse response) throws IOException {
    response.setContentLength(body.length);
    try (OutputStream out = response.getOutputStream()) {
      out.write(body);
    }
  }
}
