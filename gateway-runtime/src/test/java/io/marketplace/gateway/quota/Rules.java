package io.marketplace.gateway.quota;

import io.marketplace.gateway.snapshot.LimitRule;
import io.marketplace.gateway.snapshot.LiveReplicas;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.quota.LimitId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Limits and the calls that try them. */
final class Rules {
  private static final AtomicLong CALLS = new AtomicLong();

  private Rules() {}

  static LimitRule rule(long requests, long tokens, int concurrency) {
    return new LimitRule(
        LimitId.create(), TenantId.create(), 1, "key", requests, tokens, concurrency);
  }

  /** The same limit, later. */
  static LimitRule changed(LimitRule rule, long requests, long tokens, int concurrency) {
    return new LimitRule(
        rule.id(),
        rule.tenant(),
        rule.version() + 1,
        rule.scopeType(),
        requests,
        tokens,
        concurrency);
  }

  /** Whether a call that is thought to use {@code tokens} gets in; it stays in. */
  static boolean admitted(RateLimits limits, LimitRule rule, long tokens) {
    try {
      Admission unused = admit(limits, rule, tokens);
      return true;
    } catch (LimitReached refused) {
      return false;
    }
  }

  static Admission admit(RateLimits limits, LimitRule rule, long tokens) {
    return limits.admit(List.of(rule), rule.version(), tokens, "call-" + CALLS.incrementAndGet());
  }

  /** The view of the gateway of that number, from 0, among {@code of}. */
  static LiveReplicas replica(int number, int of) {
    LiveReplicas replicas = new LiveReplicas("gateway-" + number);
    replicas.seen(IntStream.range(0, of).mapToObj(i -> "gateway-" + i).toList());
    return replicas;
  }
}
