package io.marketplace.gateway.provider;

import io.marketplace.gateway.snapshot.Endpoint;
import io.marketplace.gateway.snapshot.Timeouts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** One request under way at one endpoint, with its limits; ended exactly once. */
final class Exchange {
  private final Upstream upstream;
  private final PoolHealth health;
  private final Endpoint endpoint;
  private final Timeouts timeouts;
  private final long endNanos;
  final HttpPost request;
  final Limit limit;
  private volatile boolean sent;
  private boolean ended;

  /**
   * Begins the limits.
   *
   * @param endNanos when the whole call must be over
   */
  Exchange(
      Upstream upstream,
      PoolHealth health,
      Endpoint endpoint,
      String path,
      byte[] body,
      Timeouts timeouts,
      long endNanos) {
    this.upstream = upstream;
    this.health = health;
    this.endpoint = endpoint;
    this.timeouts = timeouts;
    this.endNanos = endNanos;
    request = new HttpPost(endpoint.resolve(path));
    request.setEntity(new TimedEntity(body));
    health.begin(endpoint);
    limit = upstream.limits.start(request::cancel, due(timeouts.connectMs()));
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /**
   * Whether a connection was made and the body begun; false means the provider never saw the
   * request.
   */
  boolean sent() {
    return sent;
  }

  /** Whether it was cut because the whole call's time was over, and for no limit of its own. */
  boolean isLate() {
    return limit.expired() && System.nanoTime() - endNanos >= 0;
  }

  /** From now on a byte must come within the idle limit. */
  void expectNext() {
    limit.dueAt(due(timeouts.idleMs()));
  }

  private long due(int millis) {
    long due = System.nanoTime() + millis * 1_000_000L;
    return due - endNanos > 0 ? endNanos : due;
  }

  /** Ends an exchange whose answer was read to its end: the connection may serve again. */
  void done() {
    if (!ended) {
      ended = true;
      upstream.limits.end(limit);
      health.end(endpoint);
    }
  }

  /** Ends an exchange early and closes its connection. */
  void abort() {
    if (!ended) {
      done();
      request.cancel();
    }
  }

  /** Moves from the connect limit to the first-byte limit at the moment the connection stands. */
  private final class TimedEntity extends AbstractHttpEntity {
    private final byte[] body;

    TimedEntity(byte[] body) {
      super(ContentType.APPLICATION_JSON, null);
      this.body = body;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      sent = true;
      limit.dueAt(due(timeouts.firstByteMs()));
      out.write(body);
    }

    @Override
    public InputStream getContent() {
      return new ByteArrayInputStream(body);
    }

    @Override
    public boolean isRepeatable() {
      return true;
    }

    @Override
    public boolean isStreaming() {
      return false;
    }

    @Override
    public long getContentLength() {
      return body.length;
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
