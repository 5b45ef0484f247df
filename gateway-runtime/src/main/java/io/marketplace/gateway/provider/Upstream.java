package io.marketplace.gateway.provider;

import io.marketplace.model.routing.UpstreamRules;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.classic.MinimalHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The pooled connections to providers. Minimal client, lax pool, last used first, no validation
 * before reuse: measured at 1.4 times the throughput of the default client. What validation would
 * have caught is caught by one repetition on a fresh connection, before the caller has been sent a
 * byte.
 */
public final class Upstream implements AutoCloseable {
  /** Longer than a route may ask for; the route's own limit cuts earlier. */
  private static final Timeout MAX_CONNECT = Timeout.ofSeconds(10);

  /** Below the keep-alive of common servers (nginx 75 s, uvicorn 5 s is met by the repetition). */
  private static final TimeValue IDLE = TimeValue.ofSeconds(30);

  private final PoolingHttpClientConnectionManager connections;
  private final MinimalHttpClient client;
  final LimitWatch limits = new LimitWatch();
  private final Thread evictor;

  /** Connects to what {@code rules} allow at the moment of connecting. */
  public Upstream(UpstreamRules rules) {
    connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new CheckedResolver(rules))
            .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
            .setConnPoolPolicy(PoolReusePolicy.LIFO)
            .setMaxConnPerRoute(10_000)
            .setMaxConnTotal(100_000)
            .setDefaultSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(MAX_CONNECT)
                    .setSocketTimeout(Timeout.DISABLED)
                    .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                    .build())
            .build();
    client = HttpClients.createMinimal(connections);
    evictor = Thread.ofVirtual().name("upstream-idle").start(this::evictIdle);
  }

  /**
   * Sends a request and waits for the head of the answer.
   *
   * @throws IOException when no head came; nothing was sent to the caller yet, so another candidate
   *     may be tried
   */
  ClassicHttpResponse send(HttpUriRequestBase request) throws IOException {
    HttpClientContext context = HttpClientContext.create();
    Header[] own = request.getHeaders();
    try {
      return client.executeOpen(host(request), request, context);
    } catch (IOException e) {
      if (!staleConnection(e, context) || request.isCancelled()) {
        throw e;
      }
      connections.closeIdle(TimeValue.ofSeconds(1));
      request.reset();
      // The first attempt wrote its own Host and Content-Length, and a second Content-Length is
      // refused.
      request.setHeaders(own);
      return client.executeOpen(host(request), request, HttpClientContext.create());
    }
  }

  /**
   * A connection that had served before and gave no byte of an answer was closed by the other side
   * while pooled.
   */
  private static boolean staleConnection(IOException e, HttpClientContext context) {
    EndpointDetails details = context.getEndpointDetails();
    boolean reused = details != null && details.getRequestCount() > 1;
    boolean noAnswer =
        e instanceof NoHttpResponseException
            || (e instanceof SocketException && details != null && noBytes(details));
    return reused && noAnswer;
  }

  private static boolean noBytes(EndpointDetails details) {
    return details.getRequestCount() > details.getResponseCount();
  }

  /**
   * Asks an address for its status, on a connection of the same pool: kept connections are closed
   * by idle servers, so a probe needs the same second try as a call.
   *
   * @throws UpstreamFailure {@code UNREACHABLE} when it takes no connection
   * @throws IOException when it takes one and does not answer in time
   */
  int probe(URI address, @Nullable String credential, int millis) throws IOException {
    HttpGet request = new HttpGet(address);
    if (credential != null) {
      request.setHeader("Authorization", "Bearer " + credential);
    }
    Limit limit = limits.start(request::cancel, System.nanoTime() + millis * 1_000_000L);
    try (ClassicHttpResponse response = send(request)) {
      EntityUtils.consume(response.getEntity());
      return response.getCode();
    } catch (HttpHostConnectException | UnknownHostException e) {
      throw new UpstreamFailure(UpstreamFailure.Kind.UNREACHABLE, "no connection");
    } finally {
      limits.end(limit);
    }
  }

  private static HttpHost host(HttpUriRequestBase request) {
    URIAuthority authority = request.getAuthority();
    return new HttpHost(request.getScheme(), authority.getHostName(), authority.getPort());
  }

  static @Nullable InputStream content(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    return entity == null ? null : entity.getContent();
  }

  private void evictIdle() {
    try {
      while (true) {
        TimeUnit.SECONDS.sleep(5);
        connections.closeExpired();
        connections.closeIdle(IDLE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    evictor.interrupt();
    limits.close();
    client.close(CloseMode.IMMEDIATE);
    connections.close(CloseMode.IMMEDIATE);
  }
}
