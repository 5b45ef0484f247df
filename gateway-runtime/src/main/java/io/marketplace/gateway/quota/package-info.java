/** Steps 4 and 9: how much may be called, and what may be spent. */
@NullMarked
package io.marketplace.gateway.quota;

import org.jspecify.annotations.NullMarked;
