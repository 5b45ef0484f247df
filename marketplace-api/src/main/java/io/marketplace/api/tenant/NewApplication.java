package io.marketplace.api.tenant;

import org.jspecify.annotations.Nullable;

/**
 * An application to register.
 *
 * @param teamId the team it belongs to
 * @param name what to show
 * @param description what it is for
 */
public record NewApplication(String teamId, String name, @Nullable String description) {}
