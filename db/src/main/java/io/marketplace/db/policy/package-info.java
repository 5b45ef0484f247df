/** Policies in the database. */
@NullMarked
package io.marketplace.db.policy;

import org.jspecify.annotations.NullMarked;
