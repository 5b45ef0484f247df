package io.marketplace.model.tenant;

import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;

/**
 * A team, as readers see it.
 *
 * @param id the identifier
 * @param slug the short name
 * @param name what to show
 * @param tenant the tenant
 * @param tenantName the tenant's name
 * @param members how many people have signed in as members
 * @param applications how many live applications it has
 */
public record TeamView(
    TeamId id,
    String slug,
    String name,
    TenantId tenant,
    String tenantName,
    long members,
    long applications) {}
