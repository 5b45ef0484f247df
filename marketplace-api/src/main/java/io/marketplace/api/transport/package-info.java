/** Bounds and headers that hold for every request. */
@NullMarked
package io.marketplace.api.transport;

import org.jspecify.annotations.NullMarked;
