package io.marketplace.gateway.quota;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import io.marketplace.gateway.pause.Pause;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a Redis or Valkey, and whether it answers. A thread of its own connects, asks
 * every {@value #BEAT_MS} ms whether the server is there, and connects again; calls never wait for
 * any of that.
 */
final class RedisLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
  private static final int BEAT_MS = 500;

  /** A call is not held up longer than this by a server that hangs. */
  static final Duration PATIENCE = Duration.ofMillis(250);

  /** How long a command may take. */
  final Duration patience;

  private final ClientResources resources;
  private final RedisClient client;
  private volatile @Nullable StatefulRedisConnection<byte[], byte[]> connection;
  private volatile boolean up;
  private volatile boolean closed;
  private @Nullable Thread thread;

  /**
   * The link to {@code address}, such as {@code redis://host:6379}.
   *
   * @throws IllegalArgumentException if it is none
   */
  RedisLink(URI address, Duration patience) {
    this.patience = patience;
    RedisURI target = RedisURI.create(address);
    target.setTimeout(patience);
    resources = ClientResources.builder().ioThreadPoolSize(2).computationThreadPoolSize(2).build();
    client = RedisClient.create(resources, target);
    client.setOptions(
        ClientOptions.builder()
            // A command that waits for the server to come back would hold up its call.
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(Duration.ofSeconds(1)).build())
            .build());
  }

  /** What is done on the link's thread whenever the server has answered. */
  @FunctionalInterface
  interface Beat {
    /** {@code back} is true the first time, and the first time after the server was away. */
    void answered(StatefulRedisConnection<byte[], byte[]> connection, boolean back);
  }

  /** Begins. */
  void start(Beat beat) {
    thread = Thread.ofPlatform().daemon().name("gateway-limits").start(() -> run(beat));
  }

  /** The connection, while the server answers; else null. */
  @Nullable StatefulRedisConnection<byte[], byte[]> connection() {
    return up ? connection : null;
  }

  boolean up() {
    return up;
  }

  /** A command failed or took too long: nobody uses the link until the server answers again. */
  void failed() {
    if (up) {
      up = false;
      LOG.warn("The shared limits cannot be reached; each gateway holds its part of them");
    }
  }

  private void run(Beat beat) {
    boolean told = false;
    while (!closed) {
      try {
        StatefulRedisConnection<byte[], byte[]> open = connection;
        if (open == null) {
          open = client.connect(ByteArrayCodec.INSTANCE);
          connection = open;
        }
        String unused = open.sync().ping();
        boolean back = !up;
        // Before anybody uses the link: the server may have lost what it held.
        beat.answered(open, back);
        if (back) {
          LOG.info("Limits are shared with the other gateways");
          up = true;
        }
        told = true;
      } catch (RuntimeException e) {
        // Whatever it was: the thread must live to find the server again.
        if (closed) {
          return;
        }
        if (!told) {
          LOG.warn("The shared limits cannot be reached yet: {}", e.getMessage());
          told = true;
        }
        failed();
      }
      Pause.millis(BEAT_MS);
    }
  }

  @Override
  public void close() {
    closed = true;
    up = false;
    if (thread != null) {
      thread.interrupt();
    }
    client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    var unused = resources.shutdown(0, 1, TimeUnit.SECONDS);
  }
}
