/** How fast the check of model names reads, beside ripgrep with the same literals. */
@NullMarked
package io.marketplace.bench.names;

import org.jspecify.annotations.NullMarked;
