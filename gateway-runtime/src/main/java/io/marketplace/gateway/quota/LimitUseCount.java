package io.marketplace.gateway.quota;

import java.util.concurrent.atomic.LongAdder;

/** Counts a limit's use over the last minute, in steps of the pulse. */
final class LimitUseCount {

  /** How many steps make a minute. */
  static final int STEPS = 12;

  /** What stood in one step, or in all of them. */
  record Sum(long requests, long tokens, long refused) {
    private static final Sum NOTHING = new Sum(0, 0, 0);

    private Sum plus(Sum other) {
      return new Sum(requests + other.requests, tokens + other.tokens, refused + other.refused);
    }
  }

  private final LongAdder requests = new LongAdder();
  private final LongAdder tokens = new LongAdder();
  private final LongAdder refused = new LongAdder();
  // The pulse's thread alone touches these.
  private final Sum[] steps = new Sum[STEPS];
  private int next;

  void admitted() {
    requests.increment();
  }

  void used(long count) {
    tokens.add(count);
  }

  void refused() {
    refused.increment();
  }

  /** Ends a step; what the last {@value #STEPS} of them counted. */
  Sum step() {
    steps[next] = new Sum(requests.sumThenReset(), tokens.sumThenReset(), refused.sumThenReset());
    next = (next + 1) % STEPS;
    Sum sum = Sum.NOTHING;
    for (Sum step : steps) {
      sum = step == null ? sum : sum.plus(step);
    }
    return sum;
  }
}
