/** Brings the database to the version this build needs. */
@NullMarked
package io.marketplace.db;

import org.jspecify.annotations.NullMarked;
