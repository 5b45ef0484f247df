package io.marketplace.gateway.quota;

import java.util.List;

/** A limit refused a call. Carries no stack trace, since it is an answer and not a defect. */
final class LimitReached extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reading refusal;
  private final transient List<Reading> readings;
  private final String counted;

  /** {@code readings} are all that was read, {@code refusal} among them. */
  LimitReached(Reading refusal, List<Reading> readings, String counted) {
    super("limit reached", null, false, false);
    this.refusal = refusal;
    this.readings = List.copyOf(readings);
    this.counted = counted;
  }

  Reading refusal() {
    return refusal;
  }

  List<Reading> readings() {
    return readings;
  }

  String counted() {
    return counted;
  }
}
