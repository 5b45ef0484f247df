/** The REST control API of a started marketplace, asked as its callers ask it. */
@NullMarked
package io.marketplace.it.api;

import org.jspecify.annotations.NullMarked;
