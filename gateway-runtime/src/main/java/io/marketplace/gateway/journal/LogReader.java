package io.marketplace.gateway.journal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a log from its oldest file on: first what earlier lives left, then what is appended. Used
 * by one thread.
 */
public final class LogReader {
  private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);

  private record Read(long number, @Nullable Segment segment) {}

  private final RecordLog log;
  private final Deque<Long> left;
  private final Deque<Read> behind = new ArrayDeque<>();
  private final Position begin;
  private @Nullable SegmentReader reader;
  private final long firstLiving;
  private long nextLiving;

  /** Whether the mapping being read is the appenders' own. */
  private boolean recyclable;

  LogReader(RecordLog log, List<Long> left, long firstLiving) throws IOException {
    this.log = log;
    this.left = new ArrayDeque<>(left);
    this.begin = log.positions().load();
    this.firstLiving = firstLiving;
    this.nextLiving = firstLiving;
  }

  /** How far an earlier life had read for good. */
  public Position begin() {
    return begin;
  }

  /** Whether all that earlier lives left has been read. */
  public boolean caughtUp() {
    return left.isEmpty() && (reader == null || reader.number() >= firstLiving);
  }

  /**
   * The next record; null if none is there yet.
   *
   * @throws IOException if a file of the log is gone or of another kind
   */
  public @Nullable LogRecord next() throws IOException {
    while (true) {
      SegmentReader now = reader == null ? open() : reader;
      LogRecord record = now.next();
      if (record != null || !now.ended()) {
        return record;
      }
      finish(now);
    }
  }

  private SegmentReader open() throws IOException {
    for (Long dead = left.pollFirst(); dead != null; dead = left.pollFirst()) {
      Segment segment = log.files().openOrSetAside(dead);
      if (segment != null) {
        reader = new SegmentReader(segment, dead, true);
        return reader;
      }
    }
    Segment living = log.living(nextLiving);
    // An appender may have been faster than this reader: then the file is mapped once more.
    Segment segment = living == null ? log.files().open(nextLiving) : living;
    recyclable = living != null;
    reader = new SegmentReader(segment, nextLiving, false);
    nextLiving++;
    return reader;
  }

  private void finish(SegmentReader ended) {
    if (ended.damaged() > 0) {
      LOG.warn("Segment {} of the journal has damaged places; they are left out", ended.number());
    }
    behind.add(new Read(ended.number(), recyclable ? ended.segment() : null));
    reader = null;
  }

  /** Files from the oldest that still stands to the one being read, this one included. */
  public int files() {
    return behind.size() + 1;
  }

  /**
   * Notes that everything before {@code position} was dealt with for good, and drops the files
   * before the file {@code keepFrom}.
   */
  public void done(Position position, long keepFrom) throws IOException {
    log.positions().save(position);
    while (!behind.isEmpty()
        && behind.getFirst().number() < Math.min(keepFrom, position.segment())) {
      Read read = behind.removeFirst();
      log.files().drop(read.number(), read.segment());
    }
  }
}
