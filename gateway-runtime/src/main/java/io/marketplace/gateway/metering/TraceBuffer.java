package io.marketplace.gateway.metering;

import io.marketplace.gateway.journal.RecordLog;
import io.marketplace.model.kernel.BinaryReader;
import io.marketplace.model.kernel.BinaryWriter;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.DecidedCall;
import io.marketplace.model.metering.TraceChunk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Traces of calls that ended, packed into the journal about once a second: what a death of the
 * gateway may lose of them. Money does not come by here.
 */
final class TraceBuffer {
  private static final Logger LOG = LoggerFactory.getLogger(TraceBuffer.class);

  /** Some seconds of a gateway at its limit; more than that is not waited for. */
  private static final int CAPACITY = 50_000;

  private static final int MAX_BYTES = 256 * 1024;

  /** HTTP statuses from here on are refusals and failures. */
  private static final int FAILURES = 400;

  private record Kind(TenantId tenant, boolean refused) {}

  private final Queue<DecidedCall> ended = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final RecordLog log;

  TraceBuffer(RecordLog log) {
    this.log = log;
  }

  void add(DecidedCall call) {
    if (size.incrementAndGet() > CAPACITY) {
      size.decrementAndGet();
      return;
    }
    ended.add(call);
  }

  int size() {
    return size.get();
  }

  /** Moves everything into the journal; one thread at a time. Without room it is dropped. */
  void pack() {
    Map<Kind, List<DecidedCall>> kinds = new LinkedHashMap<>();
    for (DecidedCall call = ended.poll(); call != null; call = ended.poll()) {
      size.decrementAndGet();
      Kind kind = new Kind(call.tenant(), call.status() >= FAILURES);
      List<DecidedCall> calls = kinds.computeIfAbsent(kind, key -> new ArrayList<>());
      calls.add(call);
      if (calls.size() == TraceChunk.MAX_CALLS) {
        append(kind, calls);
        calls.clear();
      }
    }
    kinds.forEach(
        (kind, calls) -> {
          if (!calls.isEmpty()) {
            append(kind, calls);
          }
        });
  }

  private void append(Kind kind, List<DecidedCall> calls) {
    if (!log.room()) {
      return;
    }
    BinaryWriter chunk = write(TraceChunk.of(calls));
    if (chunk.length() <= MAX_BYTES) {
      byte type = kind.refused() ? RecordType.REFUSED : RecordType.TRACES;
      log.append(type, chunk.array(), chunk.length());
    } else if (calls.size() > 1) {
      append(kind, calls.subList(0, calls.size() / 2));
      append(kind, calls.subList(calls.size() / 2, calls.size()));
    } else {
      LOG.warn("The trace of call {} is too large to be kept", calls.getFirst().call());
    }
  }

  private static BinaryWriter write(TraceChunk chunk) {
    BinaryWriter out = new BinaryWriter(chunk.body().length + 64);
    out.writeId(chunk.id());
    out.writeId(chunk.tenant().value());
    out.writeMoment(chunk.from());
    out.writeMoment(chunk.to());
    out.writeCount(chunk.calls());
    out.writeBytes(chunk.body(), chunk.body().length);
    return out;
  }

  /** A chunk as {@link #pack} put it into the journal. */
  static TraceChunk read(byte[] bytes) {
    BinaryReader in = new BinaryReader(bytes);
    return new TraceChunk(
        in.readId(),
        new TenantId(in.readId()),
        in.readMoment(),
        in.readMoment(),
        (int) in.readCount(),
        in.readRest());
  }
}
