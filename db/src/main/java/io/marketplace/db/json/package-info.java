/** JSON as it stands in {@code jsonb} columns and in the delivered catalogue. */
@NullMarked
package io.marketplace.db.json;

import org.jspecify.annotations.NullMarked;
