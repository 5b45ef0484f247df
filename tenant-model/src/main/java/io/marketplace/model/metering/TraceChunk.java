package io.marketplace.model.metering;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.BinaryReader;
import io.marketplace.model.kernel.TenantId;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The traces of one tenant's calls that ended at about the same time, packed: words that recur are
 * written once, and the whole is deflated. A trace takes some 60 bytes instead of 2,000, and a
 * second of calls takes one row.
 *
 * @param id identifies the chunk, so that it is written once
 * @param tenant of every call in it
 * @param from when the identifier of the oldest call was made, to the millisecond
 * @param to when that of the newest was made
 * @param calls how many there are
 * @param body the packed traces; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TraceChunk(
    UUID id, TenantId tenant, Instant from, Instant to, int calls, byte[] body) {

  static final int VERSION = 1;

  /** No chunk inflates to more; what claims to is damage. */
  private static final int MAX_INFLATED = 64 * 1024 * 1024;

  /**
   * Packs {@code calls}, which are of one tenant.
   *
   * @throws java.util.NoSuchElementException if there are none
   */
  public static TraceChunk of(List<DecidedCall> calls) {
    TracePacker packer = new TracePacker(calls.getFirst().tenant());
    calls.forEach(packer::add);
    return packer.pack();
  }

  /** When the identifier of {@code call} was made, in milliseconds since 1970 (RFC 9562, 5.7). */
  static long millis(CallId call) {
    return call.value().getMostSignificantBits() >>> 16;
  }

  /** When the identifier of {@code call} was made: the chunk that holds it covers this moment. */
  public static Instant madeAt(CallId call) {
    return Instant.ofEpochMilli(millis(call));
  }

  /**
   * The calls.
   *
   * @throws IllegalArgumentException if the chunk is damaged
   */
  public List<DecidedCall> unpack() {
    BinaryReader in = new BinaryReader(inflated());
    List<String> words = new ArrayList<>();
    List<DecidedCall> unpacked = new ArrayList<>(calls);
    for (int i = 0; i < calls; i++) {
      unpacked.add(
          new DecidedCall(
              new CallId(in.readId()),
              in.readMoment(),
              tenant,
              new ApplicationId(in.readId()),
              readWord(in, words),
              (int) in.readCount(),
              readWord(in, words),
              decisions(in, words)));
    }
    return unpacked;
  }

  /**
   * The call if it is among these.
   *
   * @throws IllegalArgumentException if the chunk is damaged
   */
  public Optional<DecidedCall> find(CallId call) {
    return unpack().stream().filter(one -> one.call().equals(call)).findFirst();
  }

  private static List<CallDecision> decisions(BinaryReader in, List<String> words) {
    int count = in.readSize();
    List<CallDecision> decisions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String step = readWord(in, words);
      String decision = readWord(in, words);
      long atMicros = in.readCount();
      int size = in.readSize();
      List<String> facts = new ArrayList<>(size);
      for (int fact = 0; fact < size; fact++) {
        facts.add(readWord(in, words));
      }
      decisions.add(new CallDecision(step, decision, List.copyOf(facts), atMicros));
    }
    return decisions;
  }

  private static String readWord(BinaryReader in, List<String> words) {
    long number = in.readCount();
    if (number == 0) {
      String word = in.readText();
      words.add(word);
      return word;
    }
    if (number < 0 || number > words.size()) {
      throw new IllegalArgumentException("no such word");
    }
    return words.get((int) number - 1);
  }

  private byte[] inflated() {
    if (body.length == 0 || body[0] != VERSION) {
      throw new IllegalArgumentException("a trace chunk of an unknown version");
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(body, 1, body.length - 1);
      ByteArrayOutputStream out = new ByteArrayOutputStream(body.length * 4);
      byte[] part = new byte[16 * 1024];
      while (!inflater.finished()) {
        int count = inflater.inflate(part);
        if (count == 0 || out.size() > MAX_INFLATED) {
          throw new IllegalArgumentException("a trace chunk is damaged");
        }
        out.write(part, 0, count);
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("a trace chunk is damaged", e);
    } finally {
      inflater.end();
    }
  }
}
