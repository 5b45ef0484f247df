/** The gateway of a started marketplace, called as applications call it. */
@NullMarked
package io.marketplace.it.gateway;

import org.jspecify.annotations.NullMarked;
