package io.marketplace.gateway.quota;

/**
 * What one call asks of one count of a limit.
 *
 * @param meter the limit
 * @param kind which of its counts
 * @param amount how much, 1 or more
 */
record Take(LimitMeter meter, Kind kind, long amount) {

  /** What a limit counts. */
  enum Kind {
    /** Calls under way. */
    SLOTS("calls at a time"),
    /** Calls a minute. */
    REQUESTS("requests a minute"),
    /** Tokens a minute. */
    TOKENS("tokens a minute");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** For messages to callers. */
    String words() {
      return words;
    }
  }

  /** The whole limit, over all gateways; 0 where it does not limit this. */
  long limit() {
    return switch (kind) {
      case SLOTS -> meter.part().rule().concurrency();
      case REQUESTS -> meter.part().rule().requestsPerMinute();
      case TOKENS -> meter.part().rule().tokensPerMinute();
    };
  }
}
