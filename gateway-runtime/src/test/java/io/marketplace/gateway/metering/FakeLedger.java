package io.marketplace.gateway.metering;

import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.TraceChunk;
import io.marketplace.model.metering.UsageBatch;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.metering.UsageWriter;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A ledger in memory: a row of each call once, as in the database; refuses the alias "bad". */
final class FakeLedger implements UsageWriter {
  volatile boolean away;
  final List<UsageBatch> batches = new CopyOnWriteArrayList<>();
  final Map<CallId, UsageRow> rows = new ConcurrentHashMap<>();

  @Override
  public void write(UsageBatch batch) {
    if (away) {
      throw new MarketplaceException(ProblemCode.UNAVAILABLE, "away");
    }
    if (batch.usage().stream().anyMatch(row -> row.alias().equals("bad"))) {
      throw new MarketplaceException(ProblemCode.INTERNAL, "refused");
    }
    batches.add(batch);
    batch.usage().forEach(row -> rows.putIfAbsent(row.call(), row));
  }

  List<TraceChunk> traces() {
    return batches.stream().flatMap(batch -> batch.traces().stream()).toList();
  }
}
