/** The command that measures: a scenario is named, its result is a table of ratios. */
@NullMarked
package io.marketplace.bench;

import org.jspecify.annotations.NullMarked;
