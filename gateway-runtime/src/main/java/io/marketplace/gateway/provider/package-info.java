/** Step 13: the wire. */
@NullMarked
package io.marketplace.gateway.provider;

import org.jspecify.annotations.NullMarked;
