package io.marketplace.gateway.provider;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Next;
import io.marketplace.gateway.line.Step;
import io.marketplace.gateway.provider.UpstreamFailure.Kind;
import io.marketplace.gateway.snapshot.Endpoint;
import io.marketplace.gateway.snapshot.Pool;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/**
 * Sends the call to one endpoint of its candidate and waits for the first byte of the answer. Ends
 * the line.
 */
public final class CallProvider implements Step {
  private static final int FIRST_CHUNK = 8 * 1024;

  private final Upstream upstream;
  private final PoolHealth health;
  private final ProviderAnswers answers = new ProviderAnswers();

  public CallProvider(Upstream upstream, PoolHealth health) {
    this.upstream = upstream;
    this.health = health;
  }

  /**
   * Calls the provider.
   *
   * @throws UpstreamFailure when another candidate may be tried
   * @throws io.marketplace.gateway.problem.GatewayProblem when the provider found the request
   *     itself at fault
   */
  @Override
  public Answer apply(GatewayCall call, Next next) {
    Pool pool = call.candidate().pool();
    Endpoint endpoint = health.pick(pool);
    if (endpoint == null) {
      throw new UpstreamFailure(Kind.UNREACHABLE, "no endpoint takes connections");
    }
    Exchange exchange =
        new Exchange(
            upstream,
            health,
            endpoint,
            call.operation().path(),
            call.upstreamBody(),
            call.route().timeouts(),
            call.endNanos());
    boolean streaming = false;
    try {
      String credential = pool.provider().credential();
      if (credential != null) {
        exchange.request.setHeader("Authorization", "Bearer " + credential);
      }
      Answer answer = answer(call, exchange);
      streaming = answer.stream() != null;
      return answer;
    } catch (IOException e) {
      throw failure(exchange);
    } finally {
      if (!streaming) {
        // Nothing to do after an answer that was read to its end; cuts the connection of any other.
        exchange.abort();
      }
    }
  }

  private Answer answer(GatewayCall call, Exchange exchange) throws IOException {
    ClassicHttpResponse response = upstream.send(exchange.request);
    int status = response.getCode();
    if (status >= 500) {
      health.failed(exchange.endpoint());
    } else {
      health.answered(exchange.endpoint());
    }
    InputStream content = Upstream.content(response);
    String type = contentType(response);
    if (status >= 200 && status < 300 && content != null && type.startsWith("text/event-stream")) {
      byte[] chunk = new byte[FIRST_CHUNK];
      int count = content.read(chunk);
      call.tally().firstByte(System.nanoTime());
      if (count < 0) {
        throw new IOException("an empty stream");
      }
      byte[] first = count == chunk.length ? chunk : Arrays.copyOf(chunk, count);
      return Answer.streamed(status, type, new UpstreamStream(exchange, content, first));
    }
    byte[] body =
        content == null
            ? new byte[0]
            : answers.readAll(
                content,
                response.getEntity().getContentLength(),
                call.tally(),
                exchange::expectNext);
    exchange.done();
    String credential = call.candidate().pool().provider().credential();
    return answers.plain(status, type, body, response, credential);
  }

  private static String contentType(ClassicHttpResponse response) {
    Header header = response.getFirstHeader("Content-Type");
    return header == null || header.getValue() == null ? "application/json" : header.getValue();
  }

  private UpstreamFailure failure(Exchange exchange) {
    if (exchange.isLate()) {
      // How long a caller waits says nothing of the endpoint: others go on calling it.
      return new UpstreamFailure(
          exchange.sent() ? Kind.TIMEOUT : Kind.UNREACHABLE, "the call's time was over");
    }
    if (!exchange.sent()) {
      health.refused(exchange.endpoint());
      return new UpstreamFailure(Kind.UNREACHABLE, "no connection");
    }
    health.failed(exchange.endpoint());
    return exchange.limit.expired()
        ? new UpstreamFailure(Kind.TIMEOUT, "no byte in time")
        : new UpstreamFailure(Kind.BROKEN, "the connection broke");
  }
}
