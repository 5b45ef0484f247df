/** Requests for access, decisions and grants in the database. */
@NullMarked
package io.marketplace.db.access;

import org.jspecify.annotations.NullMarked;
