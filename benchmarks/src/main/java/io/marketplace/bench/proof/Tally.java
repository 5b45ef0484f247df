package io.marketplace.bench.proof;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What callers met, all together. Thread-safe. */
final class Tally {

  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private final Map<String, LongAdder> kinds = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> breaches = new ConcurrentHashMap<>();
  private final LongAdder costNano = new LongAdder();

  void note(Reply reply) {
    kinds.computeIfAbsent(reply.kind(), kind -> new LongAdder()).increment();
    if (reply.answered()) {
      costNano.add(reply.costNano());
      if (reply.requestId().isEmpty() || !answered.add(reply.requestId())) {
        breach("answers without a request's id of their own");
      }
    } else if (reply.fromGateway() && !reply.allowed()) {
      breach("answers " + reply.kind());
    }
  }

  private void breach(String what) {
    breaches.computeIfAbsent(what, kind -> new LongAdder()).increment();
  }

  /** The ids of whole answers. */
  Set<String> answered() {
    return Set.copyOf(answered);
  }

  /** What the headers of whole answers add up to, in nano-dollars. */
  long costNano() {
    return costNano.sum();
  }

  /** How many replies were of a kind. */
  long count(String kind) {
    LongAdder count = kinds.get(kind);
    return count == null ? 0 : count.sum();
  }

  /** Replies by kind. */
  Map<String, Long> kinds() {
    return sums(kinds);
  }

  /** What no caller may meet, and how often some did. */
  Map<String, Long> breaches() {
    return sums(breaches);
  }

  private static Map<String, Long> sums(Map<String, LongAdder> adders) {
    Map<String, Long> sums = new TreeMap<>();
    adders.forEach((name, adder) -> sums.put(name, adder.sum()));
    return sums;
  }
}
