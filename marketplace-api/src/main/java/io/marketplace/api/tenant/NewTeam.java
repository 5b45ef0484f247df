package io.marketplace.api.tenant;

/**
 * A team to add; its members come with the groups of the identity provider.
 *
 * @param tenantId the tenant
 * @param slug the short name within the tenant
 * @param name what to show
 */
public record NewTeam(String tenantId, String slug, String name) {}
