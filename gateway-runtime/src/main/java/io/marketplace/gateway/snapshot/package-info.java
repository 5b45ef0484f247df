/** The immutable picture of the marketplace's configuration that calls are decided on. */
@NullMarked
package io.marketplace.gateway.snapshot;

import org.jspecify.annotations.NullMarked;
