package io.marketplace.api.quota;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.marketplace.model.kernel.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it is to be.
 *
 * @param url what is called
 * @param newSecret whether to make another secret; absent: only where there is none
 * @param tenantId whose, for platform administrators; absent: the caller's tenant
 */
@JsonIgnoreProperties({"updatedBy", "updatedAt"})
public record WebhookInput(String url, @Nullable Boolean newSecret, @Nullable String tenantId) {

  Optional<TenantId> tenant() {
    return Optional.ofNullable(tenantId).map(TenantId::parse);
  }
}
