package io.marketplace.gateway.metering;

import io.marketplace.gateway.journal.LogReader;
import io.marketplace.gateway.journal.LogRecord;
import io.marketplace.gateway.journal.Position;
import io.marketplace.gateway.journal.RecordLog;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.UsageRow;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the journal for the ledger: gathers what is to be written, settles what a dead gateway left
 * open at its reservation, and lets go of files that nobody needs any more. Used by one thread.
 */
final class JournalDrain {
  private static final Logger LOG = LoggerFactory.getLogger(JournalDrain.class);

  /** Some ten milliseconds of the database's time. */
  static final int BATCH = 4_000;

  /** More files than these are kept only by calls that have been open for long. */
  private static final int FILES = 16;

  private final RecordLog log;
  private final LogReader reader;
  private final OpenCalls open = new OpenCalls();
  private final RefusedRows refused;
  private final LongAdder waiting;
  private @Nullable Position read;

  /** Whether all that earlier lives left has been read. */
  private boolean caughtUp;

  /** Calls of the dead that were settled here, and whose rows have not been read yet. */
  private final Set<CallId> settledHere = new HashSet<>();

  JournalDrain(RecordLog log, RefusedRows refused, LongAdder waiting) throws IOException {
    this.log = log;
    this.reader = log.reader();
    this.refused = refused;
    this.waiting = waiting;
  }

  /** What is there to be written, a batch at the most; empty if nothing is. */
  Shipment next() throws IOException {
    Shipment shipment = new Shipment();
    while (shipment.size() < BATCH) {
      LogRecord record = reader.next();
      if (!caughtUp && reader.caughtUp()) {
        settleLeftOpen();
      }
      if (record == null) {
        break;
      }
      read = record.end();
      take(record, shipment);
    }
    return shipment;
  }

  private void take(LogRecord record, Shipment shipment) {
    boolean dead = !caughtUp;
    boolean written = dead && record.end().compareTo(reader.begin()) <= 0;
    try {
      switch (record.type()) {
        case RecordType.INTEND -> open.intended(record);
        case RecordType.CARRY -> open.carried(record, dead);
        case RecordType.SETTLE -> {
          CallId call = RowCodec.call(record.bytes());
          open.settled(call, dead);
          settledHere.remove(call);
          if (!written) {
            shipment.add(RowCodec.read(record.bytes()));
            if (dead) {
              waiting.increment();
            }
          }
        }
        case RecordType.TRACES -> {
          if (!written) {
            shipment.add(TraceBuffer.read(record.bytes()));
          }
        }
        case RecordType.REFUSED -> {
          if (!written) {
            TraceBuffer.read(record.bytes()).unpack().forEach(shipment::add);
          }
        }
        default -> throw new IllegalArgumentException("a record of type " + record.type());
      }
    } catch (IllegalArgumentException e) {
      LOG.error("A record of the journal cannot be read and is set aside", e);
      refused.add(record.bytes());
    }
  }

  /** Before the first record of this life: what is open now was left by a dead one. */
  private void settleLeftOpen() {
    for (byte[] row : open.takeAll()) {
      settledHere.add(RowCodec.call(row));
      log.append(RecordType.SETTLE, row, row.length);
      waiting.increment();
    }
    if (!settledHere.isEmpty()) {
      LOG.warn(
          "{} calls were open when this gateway died; they count at their reservation",
          settledHere.size());
    }
    caughtUp = true;
  }

  /** Everything that {@link #next} gave so far is written for good. */
  void written() throws IOException {
    Position position = read;
    if (position == null) {
      return;
    }
    reader.done(position, open.oldest(position.segment()));
    if (reader.files() > FILES) {
      long segment = log.end().segment();
      open.carry(segment, row -> log.append(RecordType.CARRY, row, row.length));
    }
  }

  /**
   * Whether everything that earlier lives of this journal left has been handed out by {@link
   * #next}, what they left open included. That nothing waits at the moment would not say so: the
   * rows of open calls are appended when the last file of the dead has been read.
   */
  boolean recovered() {
    return caughtUp && settledHere.isEmpty();
  }

  /** Keeps a row that the database will not have. */
  void setAside(UsageRow row) {
    refused.add(row);
  }
}
