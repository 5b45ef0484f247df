package io.marketplace.gateway.snapshot;

import io.marketplace.model.keys.SecretId;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.policy.Sensitivity;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One live secret of a key and what the key may.
 *
 * @param liveUntil when the secret or the key ends, whichever is first; null: open-ended
 * @param sensitivity the least sensitivity of its calls
 * @param tiers codes of the tiers it was issued for
 * @param providers names of the only providers it may reach; null: any
 * @param jurisdictions the only jurisdictions it may reach, in lower case; null: any
 * @param pinned attribution that no request may change
 * @param bounds what narrows it further
 */
public record KeyEntry(
    CallOwner owner,
    SecretId secret,
    @Nullable Instant liveUntil,
    Sensitivity sensitivity,
    Set<String> tiers,
    @Nullable Set<String> providers,
    @Nullable Set<String> jurisdictions,
    Attribution pinned,
    KeyBounds bounds) {

  /** Whether the secret is in force at {@code now}. */
  public boolean live(Instant now) {
    return liveUntil == null || now.isBefore(liveUntil);
  }
}
