package io.marketplace.gateway.audit;

import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.metering.DecidedCall;
import io.marketplace.model.metering.TraceReader;
import java.util.Optional;

/**
 * Finds the trace of a call for the application that made it; nobody else learns that it exists.
 */
public final class ExplainCall {
  private final RecentTraces recent;
  private final TraceReader stored;

  ExplainCall(RecentTraces recent, TraceReader stored) {
    this.recent = recent;
    this.stored = stored;
  }

  /**
   * The trace as a JSON object; empty for a call that does not exist or is another application's.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code unavailable} when the call is
   *     not in memory and the database is away
   */
  public Optional<String> find(CallOwner asker, CallId call) {
    DecidedCall trace = recent.find(call);
    if (trace == null) {
      return stored.find(asker.tenant(), asker.application(), call);
    }
    boolean own =
        trace.tenant().equals(asker.tenant()) && trace.application().equals(asker.application());
    return own ? Optional.of(trace.json()) : Optional.empty();
  }
}
