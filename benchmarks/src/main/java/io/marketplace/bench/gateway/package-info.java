/** The scenario that compares the gateway with a plain reverse proxy. */
@NullMarked
package io.marketplace.bench.gateway;

import org.jspecify.annotations.NullMarked;
