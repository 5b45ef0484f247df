/** The command lines of all scenarios, read by one rule. */
@NullMarked
package io.marketplace.bench.options;

import org.jspecify.annotations.NullMarked;
