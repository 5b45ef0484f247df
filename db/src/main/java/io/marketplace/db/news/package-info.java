/** Reads what changed for somebody. */
@NullMarked
package io.marketplace.db.news;

import org.jspecify.annotations.NullMarked;
