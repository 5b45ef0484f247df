/** The catalogue in the database. */
@NullMarked
package io.marketplace.db.catalogue;

import org.jspecify.annotations.NullMarked;
