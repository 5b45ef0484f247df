package io.marketplace.gateway.quota;

import java.util.List;

/** What an admitted call holds until it ends. Confined to the call's thread. */
final class Admission {
  private final Counters counters;
  private final List<Reading> readings;
  private final String call;
  private boolean ended;

  Admission(Counters counters, List<Reading> readings, String call) {
    this.counters = counters;
    this.readings = readings;
    this.call = call;
  }

  /** Who counts. */
  String counted() {
    return counters.words();
  }

  List<Reading> readings() {
    return readings;
  }

  /** Frees the call's slots and puts what it really used in the place of the estimate. */
  void end(long tokens) {
    if (ended) {
      return;
    }
    ended = true;
    for (Reading reading : readings) {
      switch (reading.take().kind()) {
        case SLOTS -> {
          counters.giveBack(reading, 1, call);
          reading.take().meter().use().used(tokens);
        }
        case REQUESTS -> {
          // A call that was made stays counted, whatever became of it.
        }
        case TOKENS -> correct(reading, tokens);
      }
    }
  }

  private void correct(Reading reading, long tokens) {
    long more = tokens - reading.taken();
    if (more > 0) {
      counters.takeMore(reading, more);
    } else if (more < 0) {
      counters.giveBack(reading, -more, call);
    }
  }
}
