/** The gateway's meters, for Prometheus. */
@NullMarked
package io.marketplace.gateway.metrics;

import org.jspecify.annotations.NullMarked;
