package io.marketplace.gateway.quota;

import io.github.bucket4j.TimeMeter;
import io.marketplace.gateway.snapshot.LimitRule;
import io.marketplace.gateway.snapshot.LiveReplicas;
import io.marketplace.gateway.snapshot.LiveReplicas.Seat;
import io.marketplace.model.quota.LimitId;
import io.marketplace.model.quota.LimitSighting;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls against limits: together with the other gateways while the shared counters answer,
 * within this gateway's part of the limits otherwise. Thread-safe; calls under different limits
 * never wait for each other.
 */
public final class RateLimits implements AutoCloseable {
  private final Map<LimitId, LimitMeter> meters = new ConcurrentHashMap<>();
  private final OwnCounters own;
  private final @Nullable SharedCounters shared;
  private final LiveReplicas replicas;
  private final TimeMeter time;

  /**
   * Limits that are shared through the Redis or Valkey at {@code redis}, which need not be there
   * yet; without one every limit is split among the live gateways.
   */
  public static RateLimits of(@Nullable URI redis, LiveReplicas replicas) {
    return new RateLimits(
        redis == null ? null : new RedisCounters(new RedisLink(redis, RedisLink.PATIENCE)),
        replicas,
        TimeMeter.SYSTEM_NANOTIME);
  }

  RateLimits(@Nullable SharedCounters shared, LiveReplicas replicas, TimeMeter time) {
    this.shared = shared;
    this.own = new OwnCounters(shared);
    this.replicas = replicas;
    this.time = time;
    if (shared != null) {
      shared.start(meters.values());
    }
  }

  /**
   * Takes a call's part of every rule, or of none.
   *
   * @param snapshot the version of the configuration that holds {@code rules}
   * @param tokens what the call is thought to use
   * @return what the call holds now
   * @throws LimitReached when a rule refuses
   */
  Admission admit(List<LimitRule> rules, long snapshot, long tokens, String call) {
    List<Take> takes = takes(rules, snapshot, tokens);
    Counters counters = own;
    List<Reading> readings = shared == null ? null : shared.take(takes, call);
    if (readings == null) {
      readings = own.take(takes, call);
    } else if (shared != null) {
      counters = shared;
    }
    Reading refusal = refusal(readings);
    if (refusal != null) {
      refusal.take().meter().use().refused();
      throw new LimitReached(refusal, readings, counters.words());
    }
    for (Reading reading : readings) {
      if (reading.take().kind() == Take.Kind.SLOTS) {
        reading.take().meter().use().admitted();
      }
    }
    return new Admission(counters, readings, call);
  }

  private List<Take> takes(List<LimitRule> rules, long snapshot, long tokens) {
    Seat seat = replicas.seat();
    List<Take> takes = new ArrayList<>(3 * rules.size());
    for (LimitRule rule : rules) {
      LimitMeter meter = meter(rule, seat, snapshot);
      meter.follow(rule, seat, snapshot);
      takes.add(new Take(meter, Take.Kind.SLOTS, 1));
      if (rule.requestsPerMinute() > 0) {
        takes.add(new Take(meter, Take.Kind.REQUESTS, 1));
      }
      if (rule.tokensPerMinute() > 0) {
        takes.add(new Take(meter, Take.Kind.TOKENS, Math.max(1, tokens)));
      }
    }
    return takes;
  }

  private LimitMeter meter(LimitRule rule, Seat seat, long snapshot) {
    LimitMeter known = meters.get(rule.id());
    return known == null
        ? meters.computeIfAbsent(rule.id(), id -> new LimitMeter(rule, seat, snapshot, time))
        : known;
  }

  /** The refusal with the longest wait: a caller who waits less would be refused again. */
  private static @Nullable Reading refusal(List<Reading> readings) {
    Reading longest = null;
    for (Reading reading : readings) {
      if (!reading.granted() && (longest == null || reading.waitNanos() > longest.waitNanos())) {
        longest = reading;
      }
    }
    return longest;
  }

  /** Whether limits are counted together with the other gateways at present. */
  public boolean sharing() {
    return shared != null && shared.reachable();
  }

  @Override
  public void close() {
    if (shared != null) {
      shared.close();
    }
  }

  /**
   * Ends a step of the count of use and forgets the meters of limits that are gone. To be called by
   * one thread, {@value LimitUseCount#STEPS} times a minute.
   *
   * @param live the limits of the configuration
   * @return the use of every limit that calls were made under within the last minute
   */
  List<LimitSighting> step(Set<LimitId> live) {
    List<LimitSighting> sightings = new ArrayList<>();
    meters.forEach(
        (id, meter) -> {
          LimitUseCount.Sum sum = meter.use().step();
          int inFlight = meter.inFlight();
          if (live.contains(id)) {
            LimitRule rule = meter.part().rule();
            sightings.add(
                new LimitSighting(
                    id, rule.tenant(), sum.requests(), sum.tokens(), sum.refused(), inFlight));
          } else if (inFlight == 0) {
            meters.remove(id, meter);
          }
        });
    return sightings;
  }
}
