package io.marketplace.model.metering;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TenantId;
import java.util.Optional;

/** Finds the trace of a call that is no longer in a gateway's memory. */
@FunctionalInterface
public interface TraceReader {

  /**
   * The trace as {@link TraceRow#json()}; empty for a call that does not exist or is not of this
   * tenant and application.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code unavailable} when the database
   *     is away
   */
  Optional<String> find(TenantId tenant, ApplicationId application, CallId call);
}
