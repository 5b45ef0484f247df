/**
 * The names that models bear: families, what else the catalogue lists, and the aliases to use
 * instead.
 */
@NullMarked
package io.marketplace.names.known;

import org.jspecify.annotations.NullMarked;
