package io.marketplace.gateway.quota;

import io.github.bucket4j.Bucket;
import io.marketplace.gateway.snapshot.LiveReplicas.Seat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** This gateway's own part of every limit. */
final class OwnCounters implements Counters {
  private final @Nullable SharedCounters shared;

  /** {@code shared} is told when a call ends that it may have taken over. */
  OwnCounters(@Nullable SharedCounters shared) {
    this.shared = shared;
  }

  @Override
  public List<Reading> take(List<Take> takes, String call) {
    List<Reading> readings = new ArrayList<>(takes.size());
    for (Take take : takes) {
      Reading reading = take(take, call);
      if (!reading.granted()) {
        for (Reading taken : readings) {
          giveBack(taken, taken.taken(), call);
        }
        readings.add(reading);
        return readings;
      }
      readings.add(reading);
    }
    return readings;
  }

  private static Reading take(Take take, String call) {
    Seat seat = take.meter().part().seat();
    long limit = take.limit();
    if (take.kind() == Take.Kind.SLOTS) {
      long own = seat.part(limit);
      boolean granted = limit == 0 || own > 0;
      return Reading.slot(take, granted && take.meter().enter(own, call), limit);
    }
    Bucket bucket = bucket(take);
    if (bucket == null) {
      return Reading.unlimited(take);
    }
    long asked = Math.min(take.amount(), Math.max(1, seat.part(limit)));
    return Reading.of(take, limit, asked, bucket.tryConsumeAndReturnRemaining(asked));
  }

  @Override
  public void giveBack(Reading reading, long amount, String call) {
    Take take = reading.take();
    if (take.kind() == Take.Kind.SLOTS) {
      take.meter().leave(call);
      if (shared != null) {
        shared.left(take.meter(), call);
      }
      return;
    }
    Bucket bucket = bucket(take);
    if (bucket != null && amount > 0) {
      bucket.addTokens(amount);
    }
  }

  @Override
  public void takeMore(Reading reading, long more) {
    Bucket bucket = bucket(reading.take());
    if (bucket != null) {
      long unused = bucket.consumeIgnoringRateLimits(more);
    }
  }

  /**
   * Notes what was taken elsewhere as far as this part can bear it, so that the part is not full
   * when the shared counters go away.
   */
  static void mirror(Take take, long amount) {
    Bucket bucket = bucket(take);
    if (bucket != null && amount > 0) {
      long unused = bucket.tryConsumeAsMuchAsPossible(amount);
    }
  }

  /** Takes back what {@link #mirror} noted. */
  static void mirrorBack(Take take, long amount) {
    Bucket bucket = bucket(take);
    if (bucket != null && amount > 0) {
      bucket.addTokens(amount);
    }
  }

  private static @Nullable Bucket bucket(Take take) {
    return take.kind() == Take.Kind.REQUESTS
        ? take.meter().part().requests()
        : take.meter().part().tokens();
  }

  @Override
  public String words() {
    return "this gateway's part";
  }
}
