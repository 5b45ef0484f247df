package io.marketplace.gateway.quota;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.marketplace.gateway.snapshot.LimitRule;
import io.marketplace.gateway.snapshot.LiveReplicas.Seat;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One limit as this gateway counts it: its own part of the limit, in buckets that calls change
 * without a lock, and how far it is used. Thread-safe.
 */
final class LimitMeter {

  /**
   * The part of the limit that is this gateway's.
   *
   * @param snapshot the version of the configuration it was read from
   */
  record Part(
      LimitRule rule,
      Seat seat,
      long snapshot,
      @Nullable Bucket requests,
      @Nullable Bucket tokens) {}

  private final TimeMeter time;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Set<String> calls = ConcurrentHashMap.newKeySet();
  private final LimitUseCount use = new LimitUseCount();
  private volatile Part part;
  private volatile @Nullable SharedBuckets sharedBuckets;

  LimitMeter(LimitRule rule, Seat seat, long snapshot, TimeMeter time) {
    this.time = time;
    this.part =
        new Part(
            rule,
            seat,
            snapshot,
            bucket(null, rule.requestsPerMinute(), seat),
            bucket(null, rule.tokensPerMinute(), seat));
  }

  /**
   * Takes over what the configuration and the number of gateways have become. A call that began
   * under an older configuration changes nothing. What is left of the limit stays in proportion.
   */
  void follow(LimitRule rule, Seat seat, long snapshot) {
    if (differs(rule, seat, snapshot)) {
      change(rule, seat, snapshot);
    }
  }

  private boolean differs(LimitRule rule, Seat seat, long snapshot) {
    Part now = part;
    return snapshot >= now.snapshot() && !(rule.equals(now.rule()) && seat.equals(now.seat()));
  }

  // One lock a limit, taken only when the limit itself changes.
  private synchronized void change(LimitRule rule, Seat seat, long snapshot) {
    if (differs(rule, seat, snapshot)) {
      Part now = part;
      part =
          new Part(
              rule,
              seat,
              snapshot,
              bucket(now.requests(), rule.requestsPerMinute(), seat),
              bucket(now.tokens(), rule.tokensPerMinute(), seat));
    }
  }

  private @Nullable Bucket bucket(@Nullable Bucket known, long perMinute, Seat seat) {
    if (perMinute == 0) {
      return null;
    }
    BucketConfiguration configuration = split(perMinute, seat);
    if (known != null) {
      known.replaceConfiguration(configuration, TokensInheritanceStrategy.PROPORTIONALLY);
      return known;
    }
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(configuration.getBandwidths()[0])
        .build();
  }

  /**
   * A gateway's part of a rate: the parts of all gateways refill by exactly the rate. Each holds at
   * least one, or a rate below the number of gateways would admit nothing.
   */
  private static BucketConfiguration split(long perMinute, Seat seat) {
    return configuration(
        Math.max(1, seat.part(perMinute)), perMinute, Duration.ofMinutes(seat.of()));
  }

  /** The whole of a rate. */
  static BucketConfiguration whole(long perMinute) {
    return configuration(perMinute, perMinute, Duration.ofMinutes(1));
  }

  private static BucketConfiguration configuration(long capacity, long refill, Duration period) {
    return BucketConfiguration.builder()
        .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, period))
        .build();
  }

  Part part() {
    return part;
  }

  /** Begins a call unless {@code bound} are under way; 0 is no bound. */
  boolean enter(long bound, String call) {
    while (true) {
      int now = inFlight.get();
      if (bound > 0 && now >= bound) {
        return false;
      }
      if (inFlight.compareAndSet(now, now + 1)) {
        calls.add(call);
        return true;
      }
    }
  }

  void leave(String call) {
    calls.remove(call);
    inFlight.decrementAndGet();
  }

  int inFlight() {
    return inFlight.get();
  }

  /** The calls under way; a live view. */
  Set<String> calls() {
    return calls;
  }

  /** The buckets that the gateways share; null before they were first used. */
  @Nullable SharedBuckets sharedBuckets() {
    return sharedBuckets;
  }

  void sharedBuckets(SharedBuckets buckets) {
    sharedBuckets = buckets;
  }

  LimitUseCount use() {
    return use;
  }
}
