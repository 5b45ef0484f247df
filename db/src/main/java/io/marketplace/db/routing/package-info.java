/** Providers, pools, prices and routes in the database. */
@NullMarked
package io.marketplace.db.routing;

import org.jspecify.annotations.NullMarked;
