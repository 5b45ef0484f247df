package io.marketplace.gateway.metering;

import io.marketplace.gateway.snapshot.KeyEntry;
import io.marketplace.model.metering.TraceRow;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.metering.UsageWriter;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between the calls and the ledger: calls leave their rows here without waiting, one thread writes
 * them in batches at least every {@value #PERIOD_MS} ms. While the database is away rows wait; what
 * does not fit, and what is left at the end, goes into the {@link SpillFile} and comes back at the
 * next start.
 */
public final class UsageQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UsageQueue.class);
  private static final int PERIOD_MS = 100;

  /** About 1 KB a row and its trace: bounds what an outage may hold in memory to some 100 MB. */
  private static final int CAPACITY = 100_000;

  private static final int BATCH = 5_000;
  private static final Duration LAST_FLUSH = Duration.ofSeconds(5);

  private final BlockingQueue<LedgerEntry> entries;
  private final UsageWriter writer;
  private final SpillFile spill;
  private final Clock clock;
  private volatile boolean closed;
  private @Nullable Thread thread;

  public UsageQueue(UsageWriter writer, SpillFile spill, Clock clock) {
    this(writer, spill, clock, CAPACITY);
  }

  /** A queue that holds {@code capacity} entries in memory. */
  UsageQueue(UsageWriter writer, SpillFile spill, Clock clock, int capacity) {
    this.entries = new LinkedBlockingQueue<>(capacity);
    this.writer = writer;
    this.spill = spill;
    this.clock = clock;
  }

  /** Takes back what an earlier run left and begins to write. */
  public void start() {
    thread = Thread.ofPlatform().daemon().name("gateway-ledger").start(this::run);
  }

  /** Books a row. */
  public void usage(UsageRow row) {
    offer(new LedgerEntry.Usage(row));
  }

  /** This queue as a journal that the process takes with it when it dies. */
  public Journal journal() {
    return new Journal() {
      @Override
      public void intend(UsageRow worstCase) {
        // kept in memory alone: there is nothing to note before the end
      }

      @Override
      public void settle(UsageRow row) {
        usage(row);
      }
    };
  }

  /** Keeps a trace; rendered by the writing thread, off the call's path. */
  public void trace(Supplier<TraceRow> trace) {
    offer(new LedgerEntry.Trace(trace));
  }

  /** Counts the use of a secret. */
  public void used(KeyEntry key) {
    // The least precious of the three: dropped when there is no room.
    var unused =
        entries.offer(new LedgerEntry.Use(key.owner().tenant(), key.secret(), clock.instant()));
  }

  /** How many entries wait, for the meters. */
  public int waiting() {
    return entries.size();
  }

  /** Whether the thread that does the work is alive. */
  public boolean running() {
    return thread != null && thread.isAlive();
  }

  private void offer(LedgerEntry entry) {
    if (!entries.offer(entry)) {
      spill.append(List.of(entry));
    }
  }

  private void run() {
    takeBack();
    while (!closed) {
      List<LedgerEntry> batch = take();
      if (!batch.isEmpty()) {
        write(batch);
      } else if (spill.waiting()) {
        // A crowd has passed: what did not fit into memory comes after it.
        takeBack();
      }
    }
  }

  private void takeBack() {
    List<LedgerEntry> left = spill.takeAll();
    for (int from = 0; from < left.size(); from += BATCH) {
      write(left.subList(from, Math.min(left.size(), from + BATCH)));
    }
    if (!closed) {
      spill.taken();
    }
  }

  private List<LedgerEntry> take() {
    List<LedgerEntry> batch = new ArrayList<>();
    try {
      LedgerEntry first = entries.poll(PERIOD_MS, TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
        // Waits a moment so that rows travel together; a full batch goes at once.
        if (entries.size() < BATCH) {
          TimeUnit.MILLISECONDS.sleep(PERIOD_MS);
        }
        entries.drainTo(batch, BATCH - 1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return batch;
  }

  /** Writes until it is written, or until the gateway stops: then it is spilled. */
  private void write(List<LedgerEntry> batch) {
    for (var tenantBatch : LedgerEntry.byTenant(batch).values()) {
      long backoff = 100;
      while (!written(tenantBatch)) {
        if (closed) {
          spill.append(tenantBatch);
          break;
        }
        if (backoff == 100) {
          LOG.warn("The ledger cannot be written, rows wait");
        }
        sleep(backoff);
        backoff = Math.min(1_000, backoff * 2);
      }
    }
  }

  private boolean written(List<LedgerEntry> tenantBatch) {
    try {
      writer.write(LedgerEntry.batch(tenantBatch));
      return true;
    } catch (MarketplaceException e) {
      if (e.code() == ProblemCode.UNAVAILABLE) {
        return false;
      }
      if (tenantBatch.size() == 1) {
        LOG.error("The database refuses an entry of the ledger; it is set aside", e);
        spill.setAside(tenantBatch);
      } else {
        // One bad row must not hold up the others.
        tenantBatch.forEach(entry -> write(List.of(entry)));
      }
      return true;
    }
  }

  private static void sleep(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what waits, for {@link #LAST_FLUSH} at the most, and spills the rest. */
  @Override
  public void close() {
    closed = true;
    try {
      if (thread != null) {
        var unused = thread.join(LAST_FLUSH);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<LedgerEntry> rest = new ArrayList<>();
    entries.drainTo(rest);
    write(rest);
  }
}
