package io.marketplace.model.policy;

import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.CallId;
import java.util.List;
import java.util.Optional;

/**
 * Calls of one application that are alike to a policy.
 *
 * @param tenant whose calls
 * @param application which application's
 * @param applicationName its name
 * @param alias what was called
 * @param sensitivity of the data
 * @param provider who answered; empty: nobody, or the cache
 * @param refused whether a policy refused them
 * @param calls how many
 * @param examples identifiers of some of them, newest first
 */
public record TrafficGroup(
    TenantId tenant,
    ApplicationId application,
    String applicationName,
    String alias,
    Sensitivity sensitivity,
    Optional<ProviderTraits> provider,
    boolean refused,
    long calls,
    List<CallId> examples) {

  /** Copies the list. */
  public TrafficGroup {
    examples = List.copyOf(examples);
  }
}
