/** The check that application code names no model: the program behind {@code check-names}. */
@NullMarked
package io.marketplace.names;

import org.jspecify.annotations.NullMarked;
