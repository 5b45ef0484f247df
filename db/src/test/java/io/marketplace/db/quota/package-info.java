/** Budgets on a real Postgres. */
@NullMarked
package io.marketplace.db.quota;

import org.jspecify.annotations.NullMarked;
