/** The gateway's composition root and the one file that lists every step of a call. */
@NullMarked
package io.marketplace.gateway;

import org.jspecify.annotations.NullMarked;
