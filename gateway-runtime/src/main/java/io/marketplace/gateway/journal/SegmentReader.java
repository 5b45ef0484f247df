package io.marketplace.gateway.journal;

import org.jspecify.annotations.Nullable;

/** Reads one segment from front to back. */
final class SegmentReader {
  private final Segment segment;
  private final long number;

  /** Whether no process appends to it any more. */
  private final boolean dead;

  private int at = Segment.HEAD;
  private boolean ended;
  private int damaged;

  SegmentReader(Segment segment, long number, boolean dead) {
    this.segment = segment;
    this.number = number;
    this.dead = dead;
  }

  /** The next whole record; null at the end or, in a living segment, where the next is awaited. */
  @Nullable LogRecord next() {
    while (!ended) {
      if (at >= segment.capacity()) {
        ended = true;
        return null;
      }
      int word = segment.word(at);
      if (word == Segment.END) {
        ended = true;
      } else if (word > 0) {
        byte[] content = segment.content(at, word);
        if (content != null) {
          byte type = segment.type(at);
          at += Segment.aligned(Segment.PREFIX + word);
          return new LogRecord(type, content, number, new Position(number, at));
        }
        damaged++;
        // A living appender's length is true even if its content is not.
        at += dead ? 8 : Segment.aligned(Segment.PREFIX + word);
      } else if (dead && word == 0) {
        at = segment.behindZeros(at);
      } else if (dead) {
        at += 8;
      } else {
        return null;
      }
    }
    return null;
  }

  long number() {
    return number;
  }

  Segment segment() {
    return segment;
  }

  /** Whether there will be no further record. */
  boolean ended() {
    return ended;
  }

  /** How many places looked like a record and were none. */
  int damaged() {
    return damaged;
  }
}
