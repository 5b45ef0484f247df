package io.marketplace.model.quota;

import io.marketplace.model.kernel.NanoUsd;
import java.util.UUID;

/**
 * How a lease stands.
 *
 * @param lease which
 * @param recalled whether somebody waits for what is unused of it
 * @param soft from this spend of the window on calls bear the soft signal
 * @param spentByOthers what was settled in the window through other leases
 */
public record LeaseState(UUID lease, boolean recalled, NanoUsd soft, NanoUsd spentByOthers) {}
