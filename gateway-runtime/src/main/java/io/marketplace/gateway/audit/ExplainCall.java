package io.marketplace.gateway.audit;

import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.metering.DecidedCall;
import io.marketplace.model.metering.TraceReader;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the trace of a call for the application that made it; nobody else learns that it exists.
 */
public final class ExplainCall {
  private final Function<CallId, Optional<DecidedCall>> recent;
  private final TraceReader stored;

  /** Looks among the {@code recent} calls and then among those {@code stored}. */
  public ExplainCall(Function<CallId, Optional<DecidedCall>> recent, TraceReader stored) {
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
    Optional<DecidedCall> found = recent.apply(call);
    if (found.isEmpty()) {
      return stored.find(asker.tenant(), asker.application(), call);
    }
    return found
        .filter(trace -> trace.tenant().equals(asker.tenant()))
        .filter(trace -> trace.application().equals(asker.application()))
        .map(DecidedCall::json);
  }
}
