package io.marketplace.model.metering;

import io.marketplace.model.kernel.TenantId;
import java.util.List;

/**
 * What one tenant's calls left behind, to be written in one transaction.
 *
 * @param tenant the tenant of every row in it
 * @param usage rows of the ledger
 * @param traces traces of answered calls, packed
 * @param refused traces of refused and failed calls
 * @param keyUses uses of secrets
 */
public record UsageBatch(
    TenantId tenant,
    List<UsageRow> usage,
    List<TraceChunk> traces,
    List<DecidedCall> refused,
    List<KeyUse> keyUses) {

  /** Copies the lists. */
  public UsageBatch {
    usage = List.copyOf(usage);
    traces = List.copyOf(traces);
    refused = List.copyOf(refused);
    keyUses = List.copyOf(keyUses);
  }
}
