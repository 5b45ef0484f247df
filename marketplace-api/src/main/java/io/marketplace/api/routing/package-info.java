/** Providers, pools, prices and routes. */
@NullMarked
package io.marketplace.api.routing;

import org.jspecify.annotations.NullMarked;
