/** Cells, medians and ratios, as a table for people and as JSON for programs. */
@NullMarked
package io.marketplace.bench.report;

import org.jspecify.annotations.NullMarked;
