/** The servers that are measured against each other, and the processes they consist of. */
@NullMarked
package io.marketplace.bench.contender;

import org.jspecify.annotations.NullMarked;
