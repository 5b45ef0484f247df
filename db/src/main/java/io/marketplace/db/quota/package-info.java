/** Budgets with the slices that replicas of the gateway hold, and limits with their use. */
@NullMarked
package io.marketplace.db.quota;

import org.jspecify.annotations.NullMarked;
