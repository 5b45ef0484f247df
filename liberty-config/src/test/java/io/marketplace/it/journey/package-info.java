/** The portal of a started marketplace, used as people use it. */
@NullMarked
package io.marketplace.it.journey;

import org.jspecify.annotations.NullMarked;
