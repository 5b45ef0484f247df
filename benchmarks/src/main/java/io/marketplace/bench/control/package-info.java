/** The bench as a client of the marketplace's REST API: route, pool, provider, usage. */
@NullMarked
package io.marketplace.bench.control;

import org.jspecify.annotations.NullMarked;
