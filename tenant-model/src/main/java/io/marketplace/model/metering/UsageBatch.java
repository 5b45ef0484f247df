package io.marketplace.model.metering;

import io.marketplace.model.kernel.TenantId;
import java.util.List;

/**
 * What one tenant's calls left behind, to be written in one transaction.
 *
 * @param tenant the tenant of every row in it
 * @param usage rows of the ledger
 * @param traces decision traces
 * @param keyUses uses of secrets
 */
public record UsageBatch(
    TenantId tenant, List<UsageRow> usage, List<TraceRow> traces, List<KeyUse> keyUses) {

  /** Copies the lists. */
  public UsageBatch {
    usage = List.copyOf(usage);
    traces = List.copyOf(traces);
    keyUses = List.copyOf(keyUses);
  }
}
