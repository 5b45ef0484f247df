/** Steps 10 and 11: which lawful candidate is tried first, and what is tried after it fails. */
@NullMarked
package io.marketplace.gateway.routing;

import org.jspecify.annotations.NullMarked;
