/** Budgets at a replica, against a database in memory. */
@NullMarked
package io.marketplace.gateway.quota;

import org.jspecify.annotations.NullMarked;
