package io.marketplace.model.quota;

import java.util.Optional;

/**
 * A limit, as readers see it.
 *
 * @param limit the limit
 * @param scopeName the name of what it limits
 * @param within where that stands, such as the application of a key; empty for a tenant
 * @param tenantName the tenant's name
 * @param use what is known of its use; empty when no gateway told of it lately
 */
public record LimitView(
    CallLimit limit,
    String scopeName,
    Optional<String> within,
    String tenantName,
    Optional<LimitUse> use) {}
