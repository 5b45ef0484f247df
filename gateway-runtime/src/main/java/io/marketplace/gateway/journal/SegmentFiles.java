package io.marketplace.gateway.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a log. Emptied ones are used again: a mapping ends only when the garbage collector
 * finds it, and a fresh file costs a page fault for every 4 KB.
 */
final class SegmentFiles {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentFiles.class);
  private static final String PREFIX = "segment-";
  private static final String SUFFIX = ".journal";

  /** What one batch of a busy gateway empties; more are given back to the disk. */
  private static final int MAX_SPARES = 3;

  private final Path folder;
  private final int size;
  private final Queue<Segment> spares = new ConcurrentLinkedQueue<>();
  private final AtomicInteger spareNames = new AtomicInteger();

  SegmentFiles(Path folder, int size) {
    this.folder = folder;
    this.size = size;
  }

  /** The numbers of the files that another life left, rising; what is no part of the log goes. */
  List<Long> left() throws IOException {
    List<Long> numbers = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith("spare-")) {
          Files.delete(file);
        } else if (name.startsWith(PREFIX) && name.endsWith(SUFFIX)) {
          String digits = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
          numbers.add(Long.parseLong(digits));
        }
      }
    } catch (NumberFormatException e) {
      throw new IOException("the journal's folder " + folder + " holds a file of another kind", e);
    }
    numbers.sort(null);
    return numbers;
  }

  /** An empty segment under its final name. */
  Segment next(long number) throws IOException {
    Segment spare = spares.poll();
    if (spare == null) {
      spare = Segment.create(spareName(), size);
    }
    Path file = path(number);
    Files.move(spare.file(), file, StandardCopyOption.ATOMIC_MOVE);
    return spare.movedTo(file);
  }

  /** A segment, to be read. */
  Segment open(long number) throws IOException {
    return Segment.open(path(number));
  }

  /** The same; null for a file without its head, which is kept under another name. */
  @Nullable Segment openOrSetAside(long number) throws IOException {
    try {
      return open(number);
    } catch (IOException e) {
      LOG.error("A file of the journal cannot be read and is set aside", e);
      Files.move(path(number), folder.resolve("damaged-" + number), StandardCopyOption.ATOMIC_MOVE);
      return null;
    }
  }

  /** Makes a spare ahead of its need. */
  void prepare() throws IOException {
    if (spares.isEmpty()) {
      spares.add(Segment.create(spareName(), size));
    }
  }

  /** Drops a segment; {@code emptied}, where it is one of this life, is used again. */
  void drop(long number, @Nullable Segment emptied) throws IOException {
    if (emptied == null || spares.size() >= MAX_SPARES) {
      Files.deleteIfExists(path(number));
      return;
    }
    Path spare = spareName();
    Files.move(path(number), spare, StandardCopyOption.ATOMIC_MOVE);
    spares.add(emptied.cleared(spare));
  }

  /** Takes the spares off the disk. */
  void dropSpares() {
    for (Segment spare = spares.poll(); spare != null; spare = spares.poll()) {
      try {
        Files.deleteIfExists(spare.file());
      } catch (IOException e) {
        LOG.warn("A spare file of the journal cannot be deleted: {}", e.toString());
      }
    }
  }

  private Path spareName() {
    return folder.resolve("spare-" + spareNames.incrementAndGet());
  }

  private Path path(long number) {
    return folder.resolve(PREFIX + String.format(Locale.ROOT, "%016d", number) + SUFFIX);
  }
}
