/** Waiting, which an interrupt ends as what stops a run. */
@NullMarked
package io.marketplace.bench.pause;

import org.jspecify.annotations.NullMarked;
