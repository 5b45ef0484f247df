package io.marketplace.gateway.metering;

import io.marketplace.gateway.journal.LogRecord;
import io.marketplace.model.metering.CallId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The calls that the journal holds an intent of and no settlement yet, as far as it was read. Used
 * by the draining thread alone.
 */
final class OpenCalls {
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Open(byte[] row, long segment) {}

  private final Map<CallId, Open> calls = new HashMap<>();

  /**
   * Settled before their carried intent was read; asked for only while files of the dead are read.
   */
  private final Set<CallId> settledEarly = new HashSet<>();

  void intended(LogRecord record) {
    calls.put(RowCodec.call(record.bytes()), new Open(record.bytes(), record.segment()));
  }

  /**
   * A carried intent. In a living journal its call is known, or was settled before it was carried;
   * in a dead one's it may be all that is left of the call.
   */
  void carried(LogRecord record, boolean dead) {
    CallId call = RowCodec.call(record.bytes());
    if (calls.containsKey(call) || (dead && !settledEarly.contains(call))) {
      calls.put(call, new Open(record.bytes(), record.segment()));
    }
  }

  void settled(CallId call, boolean dead) {
    if (calls.remove(call) == null && dead) {
      settledEarly.add(call);
    }
  }

  /** What a dead gateway left open; forgets them. */
  List<byte[]> takeAll() {
    List<byte[]> rows = calls.values().stream().map(Open::row).toList();
    calls.clear();
    settledEarly.clear();
    return rows;
  }

  /** The oldest file that holds an open call's intent; {@code otherwise} without one. */
  long oldest(long otherwise) {
    long oldest = otherwise;
    for (Open open : calls.values()) {
      oldest = Math.min(oldest, open.segment());
    }
    return oldest;
  }

  /** Hands out the intents in files before {@code segment}; from now on they count as in it. */
  void carry(long segment, Consumer<byte[]> append) {
    List<Map.Entry<CallId, Open>> old = new ArrayList<>();
    for (Map.Entry<CallId, Open> entry : calls.entrySet()) {
      if (entry.getValue().segment() < segment) {
        old.add(entry);
      }
    }
    for (Map.Entry<CallId, Open> entry : old) {
      append.accept(entry.getValue().row());
      entry.setValue(new Open(entry.getValue().row(), segment));
    }
  }
}
