package io.marketplace.model.metering;

import io.marketplace.model.kernel.BinaryWriter;
import io.marketplace.model.kernel.Ids;
import io.marketplace.model.kernel.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;

/**
 * Packs the traces of one tenant's calls, one after the other, into a {@link TraceChunk}: what was
 * added takes some 200 bytes here instead of the 2,000 of its objects. Confined to one thread.
 */
public final class TracePacker {
  private final TenantId tenant;
  private final BinaryWriter out = new BinaryWriter(4 * 1024);
  private final Map<String, Integer> words = new HashMap<>();
  private long from = Long.MAX_VALUE;
  private long to = Long.MIN_VALUE;
  private int calls;

  /** For calls of {@code tenant}. */
  public TracePacker(TenantId tenant) {
    this.tenant = tenant;
  }

  /** Adds a call of this packer's tenant. */
  public void add(DecidedCall call) {
    long millis = TraceChunk.millis(call.call());
    from = Math.min(from, millis);
    to = Math.max(to, millis);
    calls++;
    out.writeId(call.call().value());
    out.writeMoment(call.startedAt());
    out.writeId(call.application().value());
    word(call.alias());
    out.writeCount(call.status());
    word(call.outcome());
    out.writeCount(call.decisions().size());
    for (CallDecision decision : call.decisions()) {
      word(decision.step());
      word(decision.decision());
      out.writeCount(decision.atMicros());
      out.writeCount(decision.facts().size());
      for (String fact : decision.facts()) {
        word(fact);
      }
    }
  }

  /** A word that stood before by its number, from 1 on; a new one behind a zero. */
  private void word(String word) {
    Integer known = words.putIfAbsent(word, words.size() + 1);
    if (known != null) {
      out.writeCount(known);
    } else {
      out.writeCount(0);
      out.writeText(word);
    }
  }

  /** How many calls were added. */
  public int calls() {
    return calls;
  }

  /** How many bytes they take, not yet deflated. */
  public int length() {
    return out.length();
  }

  /**
   * What was added so far, with an identifier of its own.
   *
   * @throws IllegalStateException if nothing was
   */
  public TraceChunk pack() {
    if (calls == 0) {
      throw new IllegalStateException("no calls");
    }
    return new TraceChunk(
        Ids.next(),
        tenant,
        Instant.ofEpochMilli(from),
        Instant.ofEpochMilli(to),
        calls,
        deflated());
  }

  private byte[] deflated() {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(out.array(), 0, out.length());
      deflater.finish();
      BinaryWriter packed = new BinaryWriter(out.length() / 3);
      packed.writeByte(TraceChunk.VERSION);
      byte[] part = new byte[16 * 1024];
      while (!deflater.finished()) {
        packed.writeBytes(part, deflater.deflate(part));
      }
      return packed.toBytes();
    } finally {
      deflater.end();
    }
  }
}
