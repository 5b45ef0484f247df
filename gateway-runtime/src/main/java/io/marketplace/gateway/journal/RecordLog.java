package io.marketplace.gateway.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An append-only log of records. What was appended survives the death of the process at once, that
 * of the machine after at most {@value #PERIOD_MS} ms. Appending is safe from any number of
 * threads, which share one atomic addition and no lock but while a full file is exchanged; one
 * thread reads.
 */
public final class RecordLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RecordLog.class);
  private static final int PERIOD_MS = 1_000;

  /** Some 5,000 calls; small enough that an emptied one goes soon. */
  private static final int SEGMENT_BYTES = 4 * 1024 * 1024;

  private final FolderLock folderLock;
  private final SegmentFiles files;
  private final PositionFile positions;
  private final Identity identity;
  private final List<Long> left;
  private final DiskRoom disk;
  private final long floor;
  private final ReentrantLock exchange = new ReentrantLock();
  private final Thread keeper;
  private final long first;
  private long number;
  private volatile Segment current;
  private volatile boolean room = true;
  private volatile boolean closed;

  private RecordLog(Path folder, DiskRoom disk, long floor, int segmentBytes) throws IOException {
    Files.createDirectories(folder);
    this.disk = disk;
    this.floor = floor;
    folderLock = FolderLock.take(folder);
    try {
      identity = Identity.next(folder);
      files = new SegmentFiles(folder, segmentBytes);
      positions = new PositionFile(folder);
      left = files.left();
      first = Math.max(left.isEmpty() ? 0 : left.getLast(), positions.load().segment()) + 1;
      number = first;
      current = files.next(number);
    } catch (IOException | RuntimeException e) {
      folderLock.close();
      throw e;
    }
    look();
    keeper = Thread.ofPlatform().daemon().name("gateway-journal").start(this::keep);
  }

  /**
   * Opens the log in {@code folder}, a new one if there is none.
   *
   * @param floor new work is to be refused when the disk has fewer bytes left
   * @throws IllegalStateException if another process uses the folder
   */
  public static RecordLog open(Path folder, DiskRoom disk, long floor) throws IOException {
    return new RecordLog(folder, disk, floor, SEGMENT_BYTES);
  }

  /** The same with files of another size. */
  static RecordLog open(Path folder, DiskRoom disk, long floor, int segmentBytes)
      throws IOException {
    return new RecordLog(folder, disk, floor, segmentBytes);
  }

  /** Who this log is. */
  public Identity identity() {
    return identity;
  }

  /** Whether there is room for new work; what is under way may be finished in any case. */
  public boolean room() {
    return room;
  }

  /**
   * Appends {@code length} bytes of {@code content}.
   *
   * @throws UncheckedIOException if a new file is needed and cannot be made
   */
  public void append(byte type, byte[] content, int length) {
    if (length >= Segment.MAX_RECORD || length >= current.capacity() / 2) {
      throw new IllegalArgumentException("a record of " + length + " bytes is too large");
    }
    Segment segment = current;
    while (!segment.append(type, content, length)) {
      segment = successor(segment);
    }
  }

  private Segment successor(Segment full) {
    exchange.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the journal is closed");
      }
      if (current == full) {
        Segment next = files.next(number + 1);
        number = number + 1;
        current = next;
      }
      return current;
    } catch (IOException e) {
      throw new UncheckedIOException("the journal's disk takes no further file", e);
    } finally {
      exchange.unlock();
    }
  }

  /** The reader of everything that was left and of what is appended; there must be one only. */
  public LogReader reader() throws IOException {
    return new LogReader(this, left, first);
  }

  /** Where the next record will stand, or behind it. */
  public Position end() {
    exchange.lock();
    try {
      return new Position(number, current.tail());
    } finally {
      exchange.unlock();
    }
  }

  SegmentFiles files() {
    return files;
  }

  PositionFile positions() {
    return positions;
  }

  /** The segment of this life with that number if it is the one being appended to. */
  @Nullable Segment living(long wanted) {
    exchange.lock();
    try {
      return wanted == number ? current : null;
    } finally {
      exchange.unlock();
    }
  }

  private void keep() {
    while (!closed) {
      try {
        look();
        current.force();
      } catch (RuntimeException e) {
        // Without this thread nobody would see the disk fill up.
        LOG.error("The journal's files cannot be looked after", e);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(PERIOD_MS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Makes a spare ahead of its need, while the disk has more than its floor. */
  private void look() {
    boolean enough;
    try {
      enough = disk.usable() >= floor;
      if (enough) {
        files.prepare();
      }
    } catch (IOException e) {
      LOG.error("The journal's disk cannot be used: {}", e.toString());
      enough = false;
    }
    if (enough != room) {
      room = enough;
      if (enough) {
        LOG.info("The journal's disk has room again");
      } else {
        LOG.error("The journal's disk is nearly full: new calls are refused");
      }
    }
  }

  @Override
  public void close() throws IOException {
    exchange.lock();
    try {
      closed = true;
    } finally {
      exchange.unlock();
    }
    keeper.interrupt();
    try {
      var unused = keeper.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    current.force();
    files.dropSpares();
    positions.close();
    folderLock.close();
  }
}
