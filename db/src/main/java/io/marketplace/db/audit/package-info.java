/** The audit's trail in the database. */
@NullMarked
package io.marketplace.db.audit;

import org.jspecify.annotations.NullMarked;
