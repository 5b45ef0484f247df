/** Scenarios that try to break what the marketplace promises: kills, outages, changes. */
@NullMarked
package io.marketplace.bench.proof;

import org.jspecify.annotations.NullMarked;
