/** Virtual keys and the hashes of their secrets in the database. */
@NullMarked
package io.marketplace.db.keys;

import org.jspecify.annotations.NullMarked;
