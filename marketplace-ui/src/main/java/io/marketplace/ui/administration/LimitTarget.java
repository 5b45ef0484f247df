package io.marketplace.ui.administration;

import io.marketplace.model.quota.LimitScope;

/**
 * Something whose calls can be limited.
 *
 * @param label what to show, with where it stands
 */
record LimitTarget(LimitScope scope, String label) {}
