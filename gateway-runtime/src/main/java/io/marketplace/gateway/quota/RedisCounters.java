package io.marketplace.gateway.quota;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.StatefulRedisConnection;
import io.marketplace.gateway.snapshot.LimitRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Limits in a Redis or Valkey. Rates are bucket4j's buckets; what a gateway's calls ask of the same
 * bucket at the same time goes there as one question. A call's counts are asked all at once, so
 * that it waits for the slowest alone.
 */
final class RedisCounters implements SharedCounters {
  private final RedisLink link;
  private final RedisSlots slots;
  private volatile @Nullable AsyncProxyManager<byte[]> buckets;

  RedisCounters(RedisLink link) {
    this.link = link;
    this.slots = new RedisSlots(link);
  }

  @Override
  public void start(Collection<LimitMeter> meters) {
    link.start(
        (connection, back) -> {
          if (buckets == null) {
            buckets = manager(connection);
          }
          slots.renew(connection, meters, back);
        });
  }

  private static AsyncProxyManager<byte[]> manager(
      StatefulRedisConnection<byte[], byte[]> connection) {
    return Bucket4jLettuce.casBasedBuilder(connection)
        .expirationAfterWrite(
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                Duration.ofSeconds(10)))
        .build()
        .asAsync();
  }

  @Override
  public boolean reachable() {
    return link.up() && buckets != null;
  }

  @Override
  public @Nullable List<Reading> take(List<Take> takes, String call) {
    AsyncProxyManager<byte[]> manager = buckets;
    if (!link.up() || manager == null) {
      return null;
    }
    List<CompletableFuture<Reading>> asked = new ArrayList<>(takes.size());
    for (Take take : takes) {
      asked.add(ask(manager, take, call));
    }
    List<Reading> readings = await(asked);
    if (readings == null) {
      link.failed();
      // Whatever was given, or will be, belongs to nobody.
      for (CompletableFuture<Reading> answer : asked) {
        var unused = answer.thenAccept(reading -> undo(reading, reading.taken(), call));
      }
      return null;
    }
    if (!readings.stream().allMatch(Reading::granted)) {
      readings.forEach(reading -> undo(reading, reading.taken(), call));
      return readings;
    }
    for (Reading reading : readings) {
      if (reading.take().kind() == Take.Kind.SLOTS) {
        boolean unused = reading.take().meter().enter(0, call);
      } else {
        OwnCounters.mirror(reading.take(), reading.taken());
      }
    }
    return readings;
  }

  private @Nullable List<Reading> await(List<CompletableFuture<Reading>> asked) {
    try {
      Void unused =
          CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
              .get(link.patience.toMillis(), TimeUnit.MILLISECONDS);
      return asked.stream().map(CompletableFuture::join).toList();
    } catch (TimeoutException | ExecutionException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private CompletableFuture<Reading> ask(
      AsyncProxyManager<byte[]> manager, Take take, String call) {
    long limit = take.limit();
    if (take.kind() == Take.Kind.SLOTS) {
      return limit == 0
          ? CompletableFuture.completedFuture(Reading.unlimited(take))
          : slots
              .enter(take.meter(), limit, call)
              .thenApply(granted -> Reading.slot(take, granted, limit));
    }
    AsyncBucketProxy bucket = bucket(manager, take);
    if (bucket == null) {
      return CompletableFuture.completedFuture(Reading.unlimited(take));
    }
    long asked = Math.min(take.amount(), limit);
    return bucket
        .tryConsumeAndReturnRemaining(asked)
        .thenApply(probe -> Reading.of(take, limit, asked, probe));
  }

  private static @Nullable AsyncBucketProxy bucket(AsyncProxyManager<byte[]> manager, Take take) {
    LimitRule rule = take.meter().part().rule();
    SharedBuckets known = take.meter().sharedBuckets();
    if (known == null || known.version() < rule.version()) {
      // Two calls may both make them: they are two views of the same buckets.
      known =
          new SharedBuckets(
              rule.version(),
              bucket(manager, rule, "requests", rule.requestsPerMinute()),
              bucket(manager, rule, "tokens", rule.tokensPerMinute()));
      take.meter().sharedBuckets(known);
    }
    return take.kind() == Take.Kind.REQUESTS ? known.requests() : known.tokens();
  }

  private static @Nullable AsyncBucketProxy bucket(
      AsyncProxyManager<byte[]> manager, LimitRule rule, String what, long perMinute) {
    return perMinute == 0
        ? null
        : manager
            .builder()
            .withOptimization(Optimizations.batching())
            .withImplicitConfigurationReplacement(
                rule.version(), TokensInheritanceStrategy.PROPORTIONALLY)
            .build(
                ("marketplace:limit:" + rule.id() + ":" + what).getBytes(UTF_8),
                () -> CompletableFuture.completedFuture(LimitMeter.whole(perMinute)));
  }

  @Override
  public void giveBack(Reading reading, long amount, String call) {
    if (reading.take().kind() == Take.Kind.SLOTS) {
      reading.take().meter().leave(call);
    } else {
      OwnCounters.mirrorBack(reading.take(), amount);
    }
    undo(reading, amount, call);
  }

  /** Gives back what the server holds, if it can be reached. */
  private void undo(Reading reading, long amount, String call) {
    if (amount == 0 || reading.limit() == 0) {
      return;
    }
    if (reading.take().kind() == Take.Kind.SLOTS) {
      left(reading.take().meter(), call);
      return;
    }
    AsyncBucketProxy bucket = known(reading.take());
    if (bucket != null && link.up()) {
      var unused = bucket.addTokens(amount);
    }
  }

  @Override
  public void takeMore(Reading reading, long more) {
    AsyncBucketProxy bucket = known(reading.take());
    if (bucket != null && link.up()) {
      var unused = bucket.consumeIgnoringRateLimits(more);
    }
    OwnCounters.mirror(reading.take(), more);
  }

  private static @Nullable AsyncBucketProxy known(Take take) {
    SharedBuckets known = take.meter().sharedBuckets();
    if (known == null) {
      return null;
    }
    return take.kind() == Take.Kind.REQUESTS ? known.requests() : known.tokens();
  }

  @Override
  public void left(LimitMeter meter, String call) {
    if (meter.part().rule().concurrency() > 0) {
      slots.leave(meter, call);
    }
  }

  @Override
  public String words() {
    return "shared";
  }

  @Override
  public void close() {
    link.close();
  }
}
