/** Budgets: what is set, what is spent, and the slices that replicas of the gateway hold. */
@NullMarked
package io.marketplace.db.quota;

import org.jspecify.annotations.NullMarked;
