package io.marketplace.gateway.metering;

import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.DecidedCall;
import io.marketplace.model.metering.KeyUse;
import io.marketplace.model.metering.TraceChunk;
import io.marketplace.model.metering.UsageBatch;
import io.marketplace.model.metering.UsageRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is to be written next, tenant by tenant. */
final class Shipment {
  private static final class Load {
    final List<UsageRow> rows = new ArrayList<>();
    final List<TraceChunk> traces = new ArrayList<>();
    final List<DecidedCall> refused = new ArrayList<>();
    final List<KeyUse> uses = new ArrayList<>();
  }

  private final Map<TenantId, Load> loads = new LinkedHashMap<>();
  private int size;

  void add(UsageRow row) {
    load(row.owner().tenant()).rows.add(row);
    size++;
  }

  void add(TraceChunk chunk) {
    load(chunk.tenant()).traces.add(chunk);
    size++;
  }

  void add(DecidedCall refused) {
    load(refused.tenant()).refused.add(refused);
    size++;
  }

  void add(Map<TenantId, List<KeyUse>> uses) {
    uses.forEach((tenant, list) -> load(tenant).uses.addAll(list));
  }

  private Load load(TenantId tenant) {
    return loads.computeIfAbsent(tenant, id -> new Load());
  }

  /** Rows and chunks. */
  int size() {
    return size;
  }

  /** One for each tenant, to be written in one transaction each. */
  List<UsageBatch> batches() {
    return loads.entrySet().stream()
        .map(
            entry ->
                new UsageBatch(
                    entry.getKey(),
                    entry.getValue().rows,
                    entry.getValue().traces,
                    entry.getValue().refused,
                    entry.getValue().uses))
        .toList();
  }

  /** The same in batches of one thing each, to find the one that is refused. */
  static Stream<UsageBatch> singles(UsageBatch batch) {
    return Stream.of(
            batch.usage().stream()
                .map(row -> part(batch, List.of(row), List.of(), List.of(), List.of())),
            batch.traces().stream()
                .map(chunk -> part(batch, List.of(), List.of(chunk), List.of(), List.of())),
            batch.refused().stream()
                .map(call -> part(batch, List.of(), List.of(), List.of(call), List.of())),
            batch.keyUses().stream()
                .map(use -> part(batch, List.of(), List.of(), List.of(), List.of(use))))
        .flatMap(stream -> stream);
  }

  private static UsageBatch part(
      UsageBatch of,
      List<UsageRow> usage,
      List<TraceChunk> traces,
      List<DecidedCall> refused,
      List<KeyUse> uses) {
    return new UsageBatch(of.tenant(), usage, traces, refused, uses);
  }

  static int things(UsageBatch batch) {
    return batch.usage().size()
        + batch.traces().size()
        + batch.refused().size()
        + batch.keyUses().size();
  }
}
