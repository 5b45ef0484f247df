package io.marketplace.api.policy;

import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.policy.DecidePolicy;
import io.marketplace.model.policy.Sensitivity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that might be made.
 *
 * @param sensitivity of its data
 * @param alias what would be called; absent: any provider
 * @param provider the only provider in question, by name
 * @param tenantId whose call; absent: the caller's tenant's
 */
public record DecideInput(
    String sensitivity,
    @Nullable String alias,
    @Nullable String provider,
    @Nullable String tenantId) {

  DecidePolicy.Question question() {
    return new DecidePolicy.Question(
        Sensitivity.parse("sensitivity", sensitivity),
        Input.optionalLine("alias", alias, 64),
        Input.optionalLine("provider", provider, 80),
        Optional.ofNullable(tenantId).map(TenantId::parse));
  }
}
