/** Step 9: what the call used and what it cost, written without holding the caller. */
@NullMarked
package io.marketplace.gateway.metering;

import org.jspecify.annotations.NullMarked;
