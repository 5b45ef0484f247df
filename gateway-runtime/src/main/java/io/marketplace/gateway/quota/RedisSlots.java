package io.marketplace.gateway.quota;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The calls under way of each limit, in a sorted set by the moment their slot expires, on the
 * server's clock. A gateway renews the slots of its calls, so that those of one that died come free
 * within {@value #LEASE_MS} ms.
 */
final class RedisSlots {
  private static final long LEASE_MS = 30_000;
  private static final Duration RENEWAL = Duration.ofMillis(LEASE_MS / 3);

  private static final byte[] ENTER =
      """
      local time = redis.call('TIME')
      local now = time[1] * 1000 + math.floor(time[2] / 1000)
      redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
      if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
      redis.call('ZADD', KEYS[1], now + ARGV[3], ARGV[1])
      redis.call('PEXPIRE', KEYS[1], ARGV[3])
      return 1
      """
          .getBytes(UTF_8);

  private static final byte[] RENEW =
      """
      local time = redis.call('TIME')
      local now = time[1] * 1000 + math.floor(time[2] / 1000)
      for i = 2, #ARGV do redis.call('ZADD', KEYS[1], now + ARGV[1], ARGV[i]) end
      redis.call('PEXPIRE', KEYS[1], ARGV[1])
      return 1
      """
          .getBytes(UTF_8);

  private final RedisLink link;
  private long renewedNanos = System.nanoTime() - RENEWAL.toNanos();

  RedisSlots(RedisLink link) {
    this.link = link;
  }

  /** Takes a slot, unless {@code bound} are taken. */
  CompletableFuture<Boolean> enter(LimitMeter meter, long bound, String call) {
    RedisAsyncCommands<byte[], byte[]> commands = commands();
    if (commands == null) {
      return CompletableFuture.failedFuture(new IllegalStateException("not connected"));
    }
    return commands
        .<Long>eval(
            ENTER,
            ScriptOutputType.INTEGER,
            new byte[][] {key(meter)},
            bytes(call),
            bytes(Long.toString(bound)),
            bytes(Long.toString(LEASE_MS)))
        .toCompletableFuture()
        .thenApply(taken -> taken == 1);
  }

  void leave(LimitMeter meter, String call) {
    RedisAsyncCommands<byte[], byte[]> commands = commands();
    if (commands != null) {
      var unused = commands.zrem(key(meter), bytes(call));
    }
  }

  /**
   * Renews the slots of all calls under way: when it is time, and at once after the server was
   * away, since it may have lost them. Called by the link's thread alone.
   */
  void renew(
      StatefulRedisConnection<byte[], byte[]> connection,
      Collection<LimitMeter> meters,
      boolean back) {
    long now = System.nanoTime();
    if (!back && now - renewedNanos < RENEWAL.toNanos()) {
      return;
    }
    renewedNanos = now;
    for (LimitMeter meter : meters) {
      if (meter.part().rule().concurrency() > 0) {
        renew(connection, meter);
      }
    }
  }

  private void renew(StatefulRedisConnection<byte[], byte[]> connection, LimitMeter meter) {
    String[] calls = meter.calls().toArray(String[]::new);
    if (calls.length == 0) {
      return;
    }
    byte[][] arguments = new byte[calls.length + 1][];
    arguments[0] = bytes(Long.toString(LEASE_MS));
    for (int i = 0; i < calls.length; i++) {
      arguments[i + 1] = bytes(calls[i]);
    }
    Long unused =
        connection
            .sync()
            .eval(RENEW, ScriptOutputType.INTEGER, new byte[][] {key(meter)}, arguments);
    for (String call : calls) {
      // It may have ended, and freed its slot, between the two.
      if (!meter.calls().contains(call)) {
        leave(meter, call);
      }
    }
  }

  private @Nullable RedisAsyncCommands<byte[], byte[]> commands() {
    StatefulRedisConnection<byte[], byte[]> connection = link.connection();
    return connection == null ? null : connection.async();
  }

  private static byte[] key(LimitMeter meter) {
    return bytes("marketplace:limit:" + meter.part().rule().id() + ":slots");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
