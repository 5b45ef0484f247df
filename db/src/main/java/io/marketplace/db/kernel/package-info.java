/** Transactions within a scope, and SQL inside them. */
@NullMarked
package io.marketplace.db.kernel;

import org.jspecify.annotations.NullMarked;
