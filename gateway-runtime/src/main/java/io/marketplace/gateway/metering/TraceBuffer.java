package io.marketplace.gateway.metering;

import io.marketplace.gateway.journal.RecordLog;
import io.marketplace.model.kernel.BinaryReader;
import io.marketplace.model.kernel.BinaryWriter;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.DecidedCall;
import io.marketplace.model.metering.TraceChunk;
import io.marketplace.model.metering.TracePacker;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Traces of calls that ended: packed by the ledger's thread ten times a second, so that their
 * objects die young, and put into the journal about once a second, which is what a death of the
 * gateway may lose of them. The last ones can be looked up here until the ledger has them. Money
 * does not come by here. Thread-safe; calls never wait for another.
 */
final class TraceBuffer {
  private static final Logger LOG = LoggerFactory.getLogger(TraceBuffer.class);

  /** Some seconds of a gateway at its limit; more than that is not waited for. */
  private static final int CAPACITY = 50_000;

  /** What a chunk takes, not yet deflated; below what the journal takes in one record. */
  private static final int MAX_BYTES = 192 * 1024;

  /** Of chunks that went to the journal: some seconds of a gateway at its limit. */
  private static final int KEPT_BYTES = 2 * 1024 * 1024;

  /** HTTP statuses from here on are refusals and failures. */
  private static final int FAILURES = 400;

  private record Kind(TenantId tenant, boolean refused) {}

  private final Queue<DecidedCall> ended = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final Map<Kind, TracePacker> open = new HashMap<>();
  private final Deque<TraceChunk> kept = new ArrayDeque<>();
  private final RecordLog log;
  private int keptBytes;

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

  /** Packs what ended since the last time. */
  synchronized void gather() {
    for (DecidedCall call = ended.poll(); call != null; call = ended.poll()) {
      size.decrementAndGet();
      Kind kind = new Kind(call.tenant(), call.status() >= FAILURES);
      TracePacker packer = open.computeIfAbsent(kind, key -> new TracePacker(key.tenant()));
      packer.add(call);
      if (packer.length() >= MAX_BYTES) {
        open.remove(kind);
        append(kind, packer);
      }
    }
  }

  /** Moves everything into the journal; without room there it is dropped. */
  synchronized void flush() {
    gather();
    open.forEach(this::append);
    open.clear();
  }

  private void append(Kind kind, TracePacker packer) {
    TraceChunk chunk = packer.pack();
    kept.addFirst(chunk);
    keptBytes += chunk.body().length;
    while (keptBytes > KEPT_BYTES) {
      keptBytes -= kept.removeLast().body().length;
    }
    if (chunk.body().length > MAX_BYTES) {
      LOG.warn("{} traces are too large to be kept", chunk.calls());
    } else if (log.room()) {
      BinaryWriter bytes = write(chunk);
      byte type = kind.refused() ? RecordType.REFUSED : RecordType.TRACES;
      log.append(type, bytes.array(), bytes.length());
    }
  }

  /** The trace of one of the last calls. */
  synchronized Optional<DecidedCall> find(CallId call) {
    for (DecidedCall one : ended) {
      if (one.call().equals(call)) {
        return Optional.of(one);
      }
    }
    Instant madeAt = TraceChunk.madeAt(call);
    for (TracePacker packer : open.values()) {
      Optional<DecidedCall> found = packer.pack().find(call);
      if (found.isPresent()) {
        return found;
      }
    }
    for (TraceChunk chunk : kept) {
      if (!madeAt.isBefore(chunk.from()) && !madeAt.isAfter(chunk.to())) {
        Optional<DecidedCall> found = chunk.find(call);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
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

  /** A chunk as it was put into the journal. */
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
