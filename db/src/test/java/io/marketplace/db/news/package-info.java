/** The contract of the news, on a real database. */
@NullMarked
package io.marketplace.db.news;

import org.jspecify.annotations.NullMarked;
