/** Providers, pools, prices and the routes of aliases. */
@NullMarked
package io.marketplace.model.routing;

import org.jspecify.annotations.NullMarked;
