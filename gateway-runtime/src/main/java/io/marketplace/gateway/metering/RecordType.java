package io.marketplace.gateway.metering;

/** What the records of the journal are; the numbers stand in files. */
final class RecordType {
  /** A call that is open, with the row it leaves if the gateway dies. */
  static final byte INTEND = 1;

  /** A call's row. */
  static final byte SETTLE = 2;

  /** An {@link #INTEND} again, so that the file of the first can go. */
  static final byte CARRY = 3;

  /** Packed traces of answered calls. */
  static final byte TRACES = 4;

  /** Packed traces of refused and failed calls. */
  static final byte REFUSED = 5;

  private RecordType() {}
}
