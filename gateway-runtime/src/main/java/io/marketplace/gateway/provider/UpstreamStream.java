package io.marketplace.gateway.provider;

import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.model.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;

/**
 * A provider's stream: its first chunk is here already; what breaks afterwards is told as a
 * problem.
 */
final class UpstreamStream extends InputStream {
  private final Exchange exchange;
  private final InputStream content;
  private final byte[] first;
  private int at;

  UpstreamStream(Exchange exchange, InputStream content, byte[] first) {
    this.exchange = exchange;
    this.content = content;
    this.first = first;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    if (at < first.length) {
      int count = Math.min(length, first.length - at);
      System.arraycopy(first, at, buffer, offset, count);
      at += count;
      return count;
    }
    exchange.expectNext();
    try {
      int count = content.read(buffer, offset, length);
      if (count < 0) {
        exchange.done();
      }
      return count;
    } catch (IOException e) {
      exchange.abort();
      throw exchange.limit.expired()
          ? new GatewayProblem(
              ProblemCode.UPSTREAM_TIMEOUT, "The provider stopped sending in the middle.")
          : new GatewayProblem(
              ProblemCode.UPSTREAM_ERROR, "The provider broke off in the middle of the answer.");
    }
  }

  @Override
  public void close() {
    exchange.abort();
  }
}
