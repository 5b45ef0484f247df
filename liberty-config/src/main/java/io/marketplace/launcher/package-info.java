/** The commands of {@code ./marketplace}. */
@NullMarked
package io.marketplace.launcher;

import org.jspecify.annotations.NullMarked;
