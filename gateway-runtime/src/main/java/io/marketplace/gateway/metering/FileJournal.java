package io.marketplace.gateway.metering;

import io.marketplace.gateway.journal.RecordLog;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.model.kernel.BinaryWriter;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.problem.ProblemCode;
import java.util.concurrent.atomic.LongAdder;

/** The journal in a log of this gateway's own disk. */
final class FileJournal implements Journal {
  private final RecordLog log;
  private final LongAdder waiting;

  /** Counts every settled row up in {@code waiting}. */
  FileJournal(RecordLog log, LongAdder waiting) {
    this.log = log;
    this.waiting = waiting;
  }

  @Override
  public void intend(UsageRow worstCase) {
    if (!log.room()) {
      throw new GatewayProblem(
          ProblemCode.BUDGET_UNAVAILABLE,
          "The gateway's disk is full, so that it cannot book calls. Try again later.");
    }
    append(RecordType.INTEND, worstCase);
  }

  @Override
  public void settle(UsageRow row) {
    append(RecordType.SETTLE, row);
    waiting.increment();
  }

  private void append(byte type, UsageRow row) {
    BinaryWriter bytes = RowCodec.write(row);
    log.append(type, bytes.array(), bytes.length());
  }
}
