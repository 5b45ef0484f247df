package io.marketplace.api.metering;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.RetentionDays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long calls are to stay. What an answer holds besides is passed over, so that one that was
 * read can be sent back.
 *
 * @param days for so many days
 * @param forEver true in place of days
 * @param tenantId whose, for platform administrators; absent: the caller's tenant
 * @param version the version the change was made on, 0 for none
 */
@JsonIgnoreProperties({"tenant", "leastDays", "changedBy", "changedAt", "lastRun"})
public record RetentionInput(
    @Nullable Integer days,
    @Nullable Boolean forEver,
    @Nullable String tenantId,
    @Nullable Integer version) {

  Optional<RetentionDays> kept() {
    if ((days != null) == Boolean.TRUE.equals(forEver)) {
      throw Input.invalid("days", "Either days must say how long, or forEver must be true.");
    }
    return Optional.ofNullable(days).map(RetentionDays::new);
  }

  Optional<TenantId> tenant() {
    return Optional.ofNullable(tenantId).map(TenantId::parse);
  }
}
