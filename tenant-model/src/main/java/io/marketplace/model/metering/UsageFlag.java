package io.marketplace.model.metering;

import io.marketplace.model.kernel.Coded;
import java.util.Optional;

/** Why a row of the ledger is not simply what the provider reported. */
public enum UsageFlag implements Coded {
  /** The provider reported no usage: the gateway counted. */
  UNREPORTED("unreported"),
  /** The provider reported numbers that cannot be: the gateway counted. */
  IMPOSSIBLE("impossible"),
  /** The caller left: the gateway counted what was streamed. */
  LEFT("left"),
  /** The provider reported more than the call could have used: the rest is booked as excess. */
  EXCESS("excess"),
  /**
   * A provider took an attempt before the last one and did not answer it: its prompt is booked by
   * the gateway's count.
   */
  UNANSWERED("unanswered"),
  /** The gateway died in the middle: the whole reservation counts. */
  INTERRUPTED("interrupted");

  private final String code;

  UsageFlag(String code) {
    this.code = code;
  }

  /** The code as it stands on the row. */
  @Override
  public String code() {
    return code;
  }

  /** The flag of that code. */
  public static Optional<UsageFlag> of(String code) {
    return Coded.of(UsageFlag.class, code);
  }
}
