package io.marketplace.gateway.metering;

import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.SecretId;
import io.marketplace.model.metering.KeyUse;
import io.marketplace.model.metering.TraceRow;
import io.marketplace.model.metering.UsageBatch;
import io.marketplace.model.metering.UsageRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something one call leaves behind. */
sealed interface LedgerEntry {

  TenantId tenant();

  record Usage(UsageRow row) implements LedgerEntry {
    @Override
    public TenantId tenant() {
      return row.owner().tenant();
    }
  }

  /** Rendered once, when it is first asked for. */
  final class Trace implements LedgerEntry {
    private final Supplier<TraceRow> render;
    private volatile @Nullable TraceRow row;

    Trace(Supplier<TraceRow> render) {
      this.render = render;
    }

    TraceRow row() {
      TraceRow known = row;
      if (known == null) {
        known = render.get();
        row = known;
      }
      return known;
    }

    @Override
    public TenantId tenant() {
      return row().tenant();
    }
  }

  record Use(TenantId tenant, SecretId secret, Instant at) implements LedgerEntry {}

  /** The entries of each tenant, in their order. */
  static Map<TenantId, List<LedgerEntry>> byTenant(List<LedgerEntry> entries) {
    Map<TenantId, List<LedgerEntry>> groups = new LinkedHashMap<>();
    for (LedgerEntry entry : entries) {
      groups.computeIfAbsent(entry.tenant(), tenant -> new ArrayList<>()).add(entry);
    }
    return groups;
  }

  /** One tenant's entries as what is written; uses of the same secret are added up. */
  static UsageBatch batch(List<LedgerEntry> entries) {
    List<UsageRow> usage = new ArrayList<>();
    List<TraceRow> traces = new ArrayList<>();
    Map<SecretId, KeyUse> uses = new LinkedHashMap<>();
    for (LedgerEntry entry : entries) {
      switch (entry) {
        case Usage(UsageRow row) -> usage.add(row);
        case Trace trace -> traces.add(trace.row());
        case Use(TenantId tenant, SecretId secret, Instant at) ->
            uses.merge(
                secret,
                new KeyUse(secret, at, 1),
                (one, other) ->
                    new KeyUse(secret, other.lastUsedAt(), one.requests() + other.requests()));
      }
    }
    return new UsageBatch(
        entries.getFirst().tenant(), usage, traces, new ArrayList<>(uses.values()));
  }
}
