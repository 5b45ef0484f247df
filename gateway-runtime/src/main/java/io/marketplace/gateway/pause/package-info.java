/** Waiting, which an interrupt cuts short. */
@NullMarked
package io.marketplace.gateway.pause;

import org.jspecify.annotations.NullMarked;
