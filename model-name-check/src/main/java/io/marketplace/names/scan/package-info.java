/** Finds the names of models in bytes, in constant memory. */
@NullMarked
package io.marketplace.names.scan;

import org.jspecify.annotations.NullMarked;
