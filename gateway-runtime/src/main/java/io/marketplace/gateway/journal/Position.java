package io.marketplace.gateway.journal;

/**
 * A place in the log.
 *
 * @param segment the number of the file; rises
 * @param offset bytes from its beginning
 */
public record Position(long segment, int offset) implements Comparable<Position> {

  @Override
  public int compareTo(Position other) {
    int bySegment = Long.compare(segment, other.segment);
    return bySegment == 0 ? Integer.compare(offset, other.offset) : bySegment;
  }
}
