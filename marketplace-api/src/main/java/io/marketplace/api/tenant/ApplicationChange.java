package io.marketplace.api.tenant;

import org.jspecify.annotations.Nullable;

/**
 * What an application is called from now on.
 *
 * @param name what to show
 * @param description what it is for
 */
public record ApplicationChange(String name, @Nullable String description) {}
