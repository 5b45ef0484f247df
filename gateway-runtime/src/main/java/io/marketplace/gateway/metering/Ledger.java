package io.marketplace.gateway.metering;

import io.marketplace.gateway.journal.DiskRoom;
import io.marketplace.gateway.journal.Identity;
import io.marketplace.gateway.journal.RecordLog;
import io.marketplace.gateway.pause.Pause;
import io.marketplace.gateway.snapshot.KeyEntry;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.DecidedCall;
import io.marketplace.model.metering.UsageBatch;
import io.marketplace.model.metering.UsageWriter;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the calls to the ledger: calls leave their rows in the journal, one thread writes them to
 * the database in batches. While the database is away the journal grows; what is left at the end is
 * written at the next start.
 */
public final class Ledger implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
  private static final int PERIOD_MS = 100;
  private static final long TRACES_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final Duration LAST_FLUSH = Duration.ofSeconds(5);

  private final RecordLog log;
  private final FileJournal journal;
  private final JournalDrain drain;
  private final TraceBuffer traces;
  private final KeyUses uses;
  private final UsageWriter writer;
  private final LongAdder waiting = new LongAdder();
  private final List<Runnable> onRecovery = new CopyOnWriteArrayList<>();
  private final Deque<UsageBatch> pending = new ArrayDeque<>();
  private long packedNanos = System.nanoTime();
  private long lastNanos = Long.MAX_VALUE;
  private volatile boolean closed;
  private @Nullable Thread thread;

  private Ledger(RecordLog log, Path state, UsageWriter writer, Clock clock) throws IOException {
    this.log = log;
    this.journal = new FileJournal(log, waiting);
    this.drain = new JournalDrain(log, new RefusedRows(state), waiting);
    this.traces = new TraceBuffer(log);
    this.uses = new KeyUses(clock);
    this.writer = writer;
  }

  /**
   * Opens the journal below {@code state}; nothing is written before {@link #start}.
   *
   * @param floor bytes of free disk below which new calls are refused
   * @throws IllegalStateException if another process uses it
   */
  public static Ledger open(Path state, long floor, UsageWriter writer, Clock clock) {
    try {
      Path folder = state.resolve("journal");
      RecordLog log = RecordLog.open(folder, DiskRoom.of(folder), floor);
      return new Ledger(log, state, writer, clock);
    } catch (IOException e) {
      throw new UncheckedIOException("The journal in " + state + " cannot be opened", e);
    }
  }

  /** Where calls book. */
  public Journal journal() {
    return journal;
  }

  /** Which journal it is, in which life. */
  public Identity identity() {
    return log.identity();
  }

  /**
   * Runs {@code task} on the writing thread once everything that earlier lives of this journal left
   * is written. To be said before {@link #start}.
   */
  public void onRecovery(Runnable task) {
    onRecovery.add(task);
  }

  /** Takes back what earlier lives left and begins to write. */
  public void start() {
    thread = Thread.ofPlatform().daemon().name("gateway-ledger").start(this::run);
  }

  /** Keeps the trace of a call that has ended. */
  public void trace(DecidedCall call) {
    traces.add(call);
  }

  /** The trace of one of the last calls; older ones stand in the ledger. */
  public Optional<DecidedCall> trace(CallId call) {
    return traces.find(call);
  }

  /** Counts the use of a secret. */
  public void used(KeyEntry key) {
    uses.used(key);
  }

  /** How many rows wait to be written, for the meters. */
  public long waiting() {
    return waiting.sum();
  }

  /** Whether the thread that does the work is alive. */
  public boolean running() {
    return thread != null && thread.isAlive();
  }

  private void run() {
    while (!closed) {
      if (!round()) {
        Pause.millis(PERIOD_MS);
      }
    }
    lastNanos = System.nanoTime() + LAST_FLUSH.toNanos();
    packedNanos -= TRACES_NANOS;
    while (System.nanoTime() < lastNanos && round()) {
      // until nothing waits
    }
  }

  /**
   * Writes what is there; false if no more waits, or if it could not be written before the end. A
   * batch costs the database about a millisecond besides its rows: what comes next is collected for
   * a period first.
   */
  private boolean round() {
    try {
      boolean second = System.nanoTime() - packedNanos >= TRACES_NANOS;
      packTraces();
      int gathered = pending.isEmpty() ? gather(second) : JournalDrain.BATCH;
      boolean drained = gathered == 0;
      while (!pending.isEmpty()) {
        if (!write(pending.getFirst())) {
          return false;
        }
        pending.removeFirst();
      }
      drain.written();
      if (!onRecovery.isEmpty() && drain.recovered()) {
        onRecovery.forEach(Ledger::attempt);
        onRecovery.clear();
      }
      return gathered >= JournalDrain.BATCH || (closed && !drained);
    } catch (IOException | RuntimeException e) {
      LOG.error("The journal cannot be read; it is tried again", e);
      Pause.millis(1_000);
      return false;
    }
  }

  /** Reads what is to be written; how many rows and traces that are. */
  private int gather(boolean withUses) throws IOException {
    Shipment shipment = drain.next();
    if (withUses) {
      shipment.add(uses.take());
    }
    pending.addAll(shipment.batches());
    return shipment.size();
  }

  private void packTraces() {
    long now = System.nanoTime();
    if (now - packedNanos >= TRACES_NANOS) {
      packedNanos = now;
      traces.flush();
    } else {
      traces.gather();
    }
  }

  /** Writes until it is written; false if the gateway stops before that. */
  private boolean write(UsageBatch batch) {
    long backoff = PERIOD_MS;
    while (!written(batch)) {
      if (System.nanoTime() > lastNanos || (closed && lastNanos == Long.MAX_VALUE)) {
        return false;
      }
      if (backoff == PERIOD_MS) {
        LOG.warn("The ledger cannot be written, rows wait");
      }
      Pause.millis(backoff);
      packTraces();
      backoff = Math.min(1_000, backoff * 2);
    }
    return true;
  }

  private boolean written(UsageBatch batch) {
    try {
      writer.write(batch);
    } catch (MarketplaceException e) {
      if (e.code() == ProblemCode.UNAVAILABLE) {
        return false;
      }
      if (Shipment.things(batch) > 1) {
        // One bad row must not hold up the others.
        return Shipment.singles(batch).allMatch(this::write);
      }
      LOG.error("The database refuses an entry of the ledger; it is set aside", e);
      batch.usage().forEach(drain::setAside);
    }
    waiting.add(-batch.usage().size());
    return true;
  }

  private static void attempt(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("What was to follow the journal's recovery failed", e);
    }
  }

  /** Writes what waits, for {@link #LAST_FLUSH} at the most; the rest stays in the journal. */
  @Override
  public void close() {
    closed = true;
    try {
      if (thread != null) {
        var unused = thread.join(LAST_FLUSH.plusSeconds(2));
      }
      log.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.error("The journal cannot be closed", e);
    }
  }
}
